import { familyHref } from "@/app/admin/familles/hrefs";
import { Disclosure } from "@/components/ui/disclosure";
import { InnerLink } from "@/components/ui/inner-link";
import { plural } from "@/lib/domain/day-words";
import { formatCents } from "@/lib/domain/money";
import type { ClosedFamily } from "@/lib/services/closures/list";

/** Which families, with their children and what was theirs. */
export function FamilyList({ families }: { families: readonly ClosedFamily[] }) {
  return (
    <Disclosure summary={plural(families.length, "famille touchée", "familles touchées")}>
      <ul className="divide-line divide-y">
        {families.map(({ id, name, children, places, amount }) => (
          <li key={id} className="py-2">
            <InnerLink href={familyHref(id)} className="text-link font-semibold">
              {`Famille ${name}`}
            </InnerLink>
            <p className="text-sm">
              {`${children.join(", ")}\u00a0: ${plural(places, "réservation", "réservations")}, ${formatCents(amount)}`}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

import type { Route } from "next";
import { InnerLink } from "@/components/ui/inner-link";
import { plural } from "@/lib/domain/day-words";

interface ExpectedThere {
  readonly establishmentId: number;
  readonly establishmentLabel: string;
  readonly children: number;
  readonly units: readonly { readonly label: string; readonly count: number }[];
}

/** Where children are expected, and how many: each establishment leads to its lists. */
export function DayOverview({
  establishments,
  hrefOf,
}: {
  establishments: readonly ExpectedThere[];
  hrefOf: (establishmentId: number) => Route;
}) {
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {establishments.map((there) => (
        <li
          key={there.establishmentId}
          className="border-line bg-card rounded-xl border p-[min(1rem,5vw)]"
        >
          <h2 className="text-lg">
            <InnerLink
              href={hrefOf(there.establishmentId)}
              className="text-link min-h-target inline-flex items-center"
            >
              {there.establishmentLabel}
            </InnerLink>
          </h2>
          <p className="text-muted">
            {plural(there.children, "enfant attendu", "enfants attendus")}
          </p>
          <dl className="mt-2 text-sm">
            {there.units.map(({ label, count }) => (
              <div key={label} className="border-line flex justify-between gap-4 border-t py-1">
                <dt>{label}</dt>
                <dd className="font-semibold tabular-nums">{count}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

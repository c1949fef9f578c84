import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { addMonths, firstOfMonth } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { typedQuotient } from "@/lib/domain/tariff/typed-quotient";
import { readQuotients } from "@/lib/services/family-admin/quotients";
import { familyHref } from "../../hrefs";
import { familyToChange, familyTitle } from "../read-family";
import { QuotientForm } from "./quotient-form";
import { RemoveQuotient } from "./removal-form";

export async function generateMetadata({ params }: PageProps<"/admin/familles/[id]/quotient">) {
  return familyTitle(params, "Quotient familial");
}

/** A new situation from a day on, or the correction of one. */
export default async function QuotientPage({
  params,
  searchParams,
}: PageProps<"/admin/familles/[id]/quotient">) {
  const { agent, family, today } = await familyToChange(params);
  const asked = textParam(await searchParams, "entree");
  const { entries, stamp } = await readQuotients(agent, family.id);
  const entry = entries.find(({ from }) => from === asked) ?? null;
  if (asked !== "" && !entry) notFound();
  const last = entries[0];
  const heading = entry
    ? `Corriger la situation du ${formatDay(entry.from, "dateMedium")}`
    : "Nouvelle situation";
  const name = `Famille ${family.name}`;
  return (
    <>
      <Breadcrumb
        above={[
          { href: "/admin/familles", label: "Familles" },
          { href: familyHref(family.id), label: name },
        ]}
        here="Quotient familial"
      />
      <PageHeading
        above={name}
        lead="Le quotient, les parts et la résidence valent à partir d’un jour, jusqu’à la situation suivante."
      >
        {heading}
      </PageHeading>
      <QuotientForm
        // Another entry brings its own values.
        key={asked}
        familyId={family.id}
        replaces={entry?.from ?? null}
        shown={stamp}
        initial={
          entry
            ? typedQuotient(entry)
            : {
                from: firstOfMonth(addMonths(today, 1)),
                quotient: "",
                parts: last ? typedQuotient(last).parts : "",
                children: String(last?.dependentChildren ?? family.children.length),
                residence: last ? typedQuotient(last).residence : "",
                source: "",
                income: "",
                benefits: "",
              }
        }
        backHref={familyHref(family.id)}
        idempotencyKey={randomUUID()}
      />
      {entry && (
        <RemoveQuotient
          familyId={family.id}
          replaces={entry.from}
          shown={stamp}
          idempotencyKey={randomUUID()}
        />
      )}
    </>
  );
}

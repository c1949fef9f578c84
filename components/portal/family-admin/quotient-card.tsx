import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { InnerLink } from "@/components/ui/inner-link";
import type { Day } from "@/lib/domain/day";
import { formatDay, formatPeriod } from "@/lib/domain/day-words";
import { formatHundredths } from "@/lib/domain/money";
import type { DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";
import { quotientItems } from "./quotient-items";

interface Entry extends DetailedQuotient {
  readonly until: Day | null;
}

/** The family's means: the situation of today, those that come and those that were. */
export function QuotientCard({
  entries,
  today,
  path,
}: {
  /** Latest first. */
  entries: readonly Entry[];
  today: Day;
  /** Of the page on which an entry is written; null for who may not. */
  path: string | null;
}) {
  const current = entries.find(({ from }) => from <= today);
  return (
    <Card title="Quotient familial" titleId="quotient">
      <p className="text-2xl font-bold">{quotientInWords(current)}</p>
      <ul className="divide-line mt-2 divide-y">
        {entries.map((entry) => (
          <li key={entry.from} className="py-2">
            <Disclosure plain summary={entryInWords(entry)}>
              <DescriptionList items={quotientItems(entry)} />
            </Disclosure>
            {path !== null && (
              <InnerLink
                href={`${path}?entree=${entry.from}`}
                className="text-link min-h-target inline-flex items-center"
              >
                Corriger ou retirer
                <span className="sr-only">{` la situation du ${formatDay(entry.from, "dateMedium")}`}</span>
              </InnerLink>
            )}
          </li>
        ))}
      </ul>
      {path !== null && (
        <div className="mt-4">
          <ButtonLink href={path} variant="secondary" icon="plus" wide>
            Nouvelle situation
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function quotientInWords(entry: Entry | undefined): string {
  const quotient = entry?.quotientFamilial ?? null;
  return quotient === null ? "Non connu" : formatHundredths(quotient);
}

function entryInWords({ from, until, quotientFamilial }: Entry): string {
  const days = until
    ? formatPeriod({ from, to: until })
    : `dès le ${formatDay(from, "dateMedium")}`;
  const said = quotientFamilial === null ? "non connu" : formatHundredths(quotientFamilial);
  return `${said}, ${days}`;
}

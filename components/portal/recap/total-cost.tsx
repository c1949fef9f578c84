import { Card } from "@/components/ui/card";
import { plural } from "@/lib/domain/day-words";
import { formatDifference } from "@/lib/domain/money";
import { examinedInWords, type PlanCost } from "@/lib/domain/tariff/plan-cost";

/** What all the changes add to the bill, as the server worked it out. */
export function TotalCost({ cost: { total, examined } }: { cost: PlanCost }) {
  const ifAccepted = examinedInWords(examined);
  return (
    <Card title="Ce que ces changements coûtent" titleId="cout">
      <p className="text-xl font-bold tabular-nums">{formatDifference(total.amount)}</p>
      {ifAccepted && <p className="mt-1">{ifAccepted}</p>}
      <p className="text-muted mt-1 text-sm">
        {total.amount < 0
          ? "Vous paierez cette somme en moins. "
          : "Vous paierez cette somme sur vos prochaines factures, au fil des mois. "}
        Si un prix change avant la facture, nous vous l’écrivons.
      </p>
      {total.unpriced > 0 && (
        <p className="mt-2">
          {`${plural(total.unpriced, "date n’a", "dates n’ont")} pas encore de tarif\u00a0: nous le fixerons quand le tarif sera publié.`}
        </p>
      )}
    </Card>
  );
}

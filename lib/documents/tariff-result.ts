import "server-only";
import { ink, Paper } from "@/lib/documents/layout";
import { drawTable, type TableRow } from "@/lib/documents/table";
import { instantOfMoment, type Moment } from "@/lib/domain/day";
import { formatCents } from "@/lib/domain/money";
import { priceRefusalWords } from "@/lib/domain/tariff/price";
import type { SimulatedUnit } from "@/lib/domain/tariff/simulation";
import { simulationHeader, type SimulationResult } from "@/lib/domain/tariff/simulation-query";
import { simulatedAt, simulationTitle } from "@/lib/domain/tariff/simulation-title";

/** The result of a simulation as a document: header line, every price by activity with its reason. */
export async function tariffResultPdf(
  result: SimulationResult,
  made: { readonly at: Moment; readonly by: string | null; readonly publisher: string },
): Promise<Uint8Array> {
  const title = simulationTitle(made.at, made.by);
  const paper = new Paper({
    title,
    publisher: made.publisher,
    edited: `Édité le ${simulatedAt(made.at)}`,
    at: instantOfMoment(made.at),
  });
  paper.block("P", made.publisher, { bold: true, colour: ink.brand }, 10);
  paper.block("H1", title, { bold: true, size: 17 }, 10);
  const header = simulationHeader(result).map(([name, value]) => `${name}\u00a0: ${value}`);
  paper.block("P", header.join(" – "), {}, 18);
  drawTable(
    paper,
    ["Activités", "Unités", "Tarifs"],
    result.activities.map(({ label, units }) => ({ name: label, rows: units.map(rowOf) })),
  );
  paper.y += 14;
  paper.block("P", indicative, { size: 9, colour: ink.muted });
  return paper.finish();
}

const indicative =
  "Cette simulation est indicative. Le prix de chaque réservation est celui du tarif en vigueur le jour réservé.";

function rowOf({ label, remark, priced }: SimulatedUnit): TableRow {
  const own = remark === null ? [] : [remark];
  if (!priced.ok)
    return {
      name: label,
      remarks: [...own, priceRefusalWords[priced.refusal]],
      value: "Pas de prix",
    };
  const { amount, lines } = priced.value;
  const steps = lines.flatMap((line) => (line.amount === null ? [] : [line]));
  const reasons = steps.map((step) =>
    steps.length === 1 || step.amount === null
      ? step.label
      : `${step.label} = ${formatCents(step.amount)}`,
  );
  return { name: label, remarks: [...own, ...reasons], value: formatCents(amount) };
}

import "server-only";
import { ink, Paper } from "@/lib/documents/layout";
import { drawTable, priceTable } from "@/lib/documents/table";
import { instantOfMoment, type Moment } from "@/lib/domain/day";
import { indicative, priceTableOf } from "@/lib/domain/tariff/simulation-document";
import { simulationHeader, type SimulationResult } from "@/lib/domain/tariff/simulation-query";
import { simulatedAt, simulationTitle } from "@/lib/domain/tariff/simulation-title";

/**
 * The result of a simulation without an account: nobody is named and nothing is kept of it, so it has
 * no number. A family's own is an issued document.
 */
export async function tariffResultPdf(
  result: SimulationResult,
  made: { readonly at: Moment; readonly publisher: string },
): Promise<Uint8Array> {
  const title = simulationTitle(made.at, null);
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
  const { titles, groups } = priceTableOf(result.activities);
  drawTable(paper, titles, groups, priceTable);
  paper.y += 14;
  paper.block("P", indicative, { size: 9, colour: ink.muted });
  return paper.finish();
}

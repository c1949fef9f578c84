import "server-only";
import { drawFacts } from "@/lib/documents/facts";
import { ink, Paper } from "@/lib/documents/layout";
import { drawTable, priceTable, type TableShape } from "@/lib/documents/table";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";
import type { DocumentKind, IssuedDocument } from "@/lib/domain/issued-document";

const shapes: Readonly<Record<DocumentKind, TableShape>> = {
  attestation: { group: 0.25, value: 0.39, valueAlign: "left" },
  planning: { group: 0.33, value: 0.31, valueAlign: "left" },
  requestRecap: { group: 0.27, value: 0.17, valueAlign: "right" },
  tariffResult: priceTable,
};

const small = { size: 9, colour: ink.muted } as const;

/**
 * A document as it was given, drawn from what is kept of it: the same bytes each time, wherever it is
 * verified. `verifyAt`: the address of the public page, as one types it.
 */
export async function issuedDocumentPdf(
  { code, kind, issuedAt, content }: IssuedDocument,
  verifyAt: string,
): Promise<Uint8Array> {
  const { title, issuer, statement, facts, table, remarks } = content;
  const when = formatMoment(momentOfInstant(issuedAt));
  const paper = new Paper({
    title,
    publisher: issuer.name,
    edited: `n°\u00a0${code}`,
    at: issuedAt,
  });
  paper.block("P", issuer.name, { bold: true, colour: ink.brand }, 2);
  for (const line of issuer.lines) paper.block("P", line, small, 1);
  paper.y += 26;
  paper.block("H1", title, { bold: true, size: 19 }, 4);
  paper.block("P", `N°\u00a0${code}, du ${when}`, { colour: ink.muted }, 18);
  paper.block("P", statement, { size: 11.5 }, 14);
  drawFacts(paper, facts);
  paper.y += 16;
  if (table) drawTable(paper, table.titles, table.groups, shapes[kind]);
  paper.y += 14;
  for (const remark of remarks) paper.block("P", remark, {}, 5);
  drawVerification(paper, code, verifyAt);
  return paper.finish();
}

/** How whoever receives the paper makes sure of it: kept together, at its end. */
function drawVerification(paper: Paper, code: string, verifyAt: string): void {
  paper.y += 12;
  paper.makeRoom(70);
  paper.rule(paper.y, ink.brand);
  paper.y += 10;
  paper.block("H2", "Vérifier ce document", { bold: true, size: 11, colour: ink.brand }, 3);
  const how = `Sur ${verifyAt}, saisissez le numéro ${code}\u00a0: la page montre ce que la commune a délivré. Si elle dit autre chose que ce papier, c’est la page qui fait foi.`;
  paper.block("P", how, { size: 9.5 });
}

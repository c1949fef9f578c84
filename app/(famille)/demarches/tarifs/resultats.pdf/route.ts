import { nowMoment } from "@/lib/clock";
import { pdfResponse } from "@/lib/documents/pdf-response";
import { tariffResultPdf } from "@/lib/documents/tariff-result";
import { town } from "@/town/town";
import { readResult } from "../read";

/** The result of the family's simulation as PDF. */
export async function GET(request: Request): Promise<Response> {
  const found = await readResult(Object.fromEntries(new URL(request.url).searchParams));
  if (!found) return new Response("Introuvable", { status: 404 });
  const file = await tariffResultPdf(found.result, {
    at: nowMoment(),
    by: found.by,
    publisher: `${town.portalName} ${town.ofName}`,
  });
  return pdfResponse(file, "simulation-tarifs.pdf");
}

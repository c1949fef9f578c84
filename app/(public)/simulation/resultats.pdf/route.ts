import { nowMoment } from "@/lib/clock";
import { pdfResponse } from "@/lib/documents/pdf-response";
import { tariffResultPdf } from "@/lib/documents/tariff-result";
import { town } from "@/town/town";
import { readPublicSimulation } from "../read";

/** The result of a public simulation as PDF. */
export async function GET(request: Request): Promise<Response> {
  const simulation = await readPublicSimulation(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  if (!simulation?.answer?.ok) return new Response("Introuvable", { status: 404 });
  const file = await tariffResultPdf(simulation.answer.value, {
    at: nowMoment(),
    by: null,
    publisher: `${town.portalName} ${town.ofName}`,
  });
  return pdfResponse(file, "simulation-tarifs.pdf");
}

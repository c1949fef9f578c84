import { networkAddress } from "@/lib/auth/network-address";
import { nowMoment } from "@/lib/clock";
import { pdfResponse } from "@/lib/documents/pdf-response";
import { tariffResultPdf } from "@/lib/documents/tariff-result";
import { refusalSentence } from "@/lib/sentences";
import { mayTry } from "@/lib/services/operational/throttles";
import { town } from "@/town/town";
import { readPublicSimulation } from "../read";

/** The result of a public simulation as PDF. */
export async function GET(request: Request): Promise<Response> {
  const simulation = await readPublicSimulation(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  if (!simulation?.answer?.ok) return new Response("Introuvable", { status: 404 });
  const address = networkAddress(request.headers.get("x-forwarded-for"));
  if (!(await mayTry("drawAddress", address))) {
    return new Response(refusalSentence["too-many-attempts"], { status: 429 });
  }
  const file = await tariffResultPdf(simulation.answer.value, {
    at: nowMoment(),
    publisher: `${town.portalName} ${town.ofName}`,
  });
  return pdfResponse(file, "simulation-tarifs.pdf");
}

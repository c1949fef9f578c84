import { authorizeFamily, currentActor } from "@/lib/auth";
import { issuedDocumentPdf } from "@/lib/documents/issued-document";
import { pdfResponse } from "@/lib/documents/pdf-response";
import { readFamilyDocument } from "@/lib/services/documents/list";
import { verificationAddress } from "@/lib/urls";

/** A document that the family was given, as it was given. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/documents/[code]/document.pdf">,
): Promise<Response> {
  const actor = await currentActor();
  const family = authorizeFamily(actor, actor?.familyId ?? null);
  const found = family && (await readFamilyDocument(family, (await params).code));
  if (!found) return new Response("Introuvable", { status: 404 });
  const file = await issuedDocumentPdf(found, verificationAddress());
  return pdfResponse(file, `${fileNames[found.kind]}-${found.code}.pdf`);
}

const fileNames = {
  attestation: "attestation-inscription",
  planning: "planning",
  requestRecap: "demande",
  tariffResult: "tarifs",
} as const;

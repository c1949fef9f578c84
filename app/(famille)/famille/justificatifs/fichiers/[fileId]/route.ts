import { authorizeFamily, currentActor } from "@/lib/auth";
import { fileResponse } from "@/lib/documents/file-response";
import { readFileAsFamily } from "@/lib/services/supporting-documents/read-file";

/** A file that the family sent, as it is kept. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/famille/justificatifs/fichiers/[fileId]">,
): Promise<Response> {
  const actor = await currentActor();
  const family = authorizeFamily(actor, actor?.familyId ?? null);
  const file = family && (await readFileAsFamily(family, (await params).fileId));
  return file ? fileResponse(file) : new Response("Introuvable", { status: 404 });
}

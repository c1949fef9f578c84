import { authorize, currentActor } from "@/lib/auth";
import { now } from "@/lib/clock";
import { fileResponse } from "@/lib/documents/file-response";
import { readFileAsAgent } from "@/lib/services/supporting-documents/read-file";

/** A family's file, for an agent within its rights: the journal keeps who read it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/justificatifs/fichiers/[fileId]">,
): Promise<Response> {
  const agent = authorize(await currentActor(), "read-documents");
  const file = agent && (await readFileAsAgent(agent, (await params).fileId, now()));
  return file ? fileResponse(file) : new Response("Introuvable", { status: 404 });
}

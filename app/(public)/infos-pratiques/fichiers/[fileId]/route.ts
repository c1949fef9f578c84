import { fileResponse } from "@/lib/documents/file-response";
import { readPublishedFile } from "@/lib/services/info-pages/read-pages";

/** A document of a published page, for everyone. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/infos-pratiques/fichiers/[fileId]">,
): Promise<Response> {
  const file = await readPublishedFile((await params).fileId);
  return file ? fileResponse(file) : new Response("Introuvable", { status: 404 });
}

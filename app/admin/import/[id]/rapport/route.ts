import { uuidParam } from "@/app/params";
import { authorize, currentActor } from "@/lib/auth";
import { readImport, readReport } from "@/lib/services/town-import/read-imports";
import { csvText } from "@/lib/spreadsheet/csv-text";
import { reportRows } from "../../words";

/** The whole report, a line for each line of the file. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/import/[id]/rapport">,
): Promise<Response> {
  const agent = authorize(await currentActor(), "import-town");
  const id = uuidParam((await params).id);
  const its = agent && id !== null ? await readImport(agent, id) : null;
  if (!agent || !its) return new Response("Introuvable", { status: 404 });
  const lines = await readReport(agent, its.id);
  return new Response(csvText(reportRows(lines)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="rapport.csv"',
      "Cache-Control": "no-store",
    },
  });
}

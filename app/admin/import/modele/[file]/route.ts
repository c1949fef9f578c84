import { authorize, currentActor } from "@/lib/auth";
import { headerOf, importFields } from "@/lib/domain/town-import/fields";
import { csvText } from "@/lib/spreadsheet/csv-text";
import { townTemplate } from "@/lib/spreadsheet/town-template";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The template to fill: "familles.xlsx" or "familles.csv". */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/import/modele/[file]">,
): Promise<Response> {
  const { file } = await params;
  if (!authorize(await currentActor(), "import-town")) return notFound();
  if (file === "familles.csv")
    return download(csvText([importFields.map(headerOf)]), "text/csv; charset=utf-8", file);
  if (file === "familles.xlsx") return download(new Uint8Array(await townTemplate()), XLSX, file);
  return notFound();
}

const notFound = () => new Response("Introuvable", { status: 404 });

function download(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

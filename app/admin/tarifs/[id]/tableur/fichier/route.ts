import { idParam } from "@/app/params";
import { authorize, currentActor } from "@/lib/auth";
import { sheetOf } from "@/lib/domain/tariff/sheet";
import { readGrid } from "@/lib/services/tariffs/read-grid";
import { tariffFile } from "@/lib/spreadsheet/tariff-file";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A version's prices as a spreadsheet. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/tarifs/[id]/tableur/fichier">,
): Promise<Response> {
  const agent = authorize(await currentActor(), "manage-tariffs");
  const id = idParam((await params).id);
  const grid = agent && id !== null ? await readGrid(agent, id) : null;
  if (!grid) return new Response("Introuvable", { status: 404 });
  const { name } = grid.version;
  const file = await tariffFile(name, sheetOf(grid.version.grid, grid));
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="tarifs.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`,
      "Cache-Control": "no-store",
    },
  });
}

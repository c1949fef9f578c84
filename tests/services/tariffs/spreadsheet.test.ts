import { aGridTown, townContext, type GridTown } from "./grid-town";
import { applyImport, previewImport } from "@/app/admin/tarifs/read-import";
import { prisma } from "@/lib/db";
import { sheetOf } from "@/lib/domain/tariff/sheet";
import { readGrid } from "@/lib/services/tariffs/read-grid";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import { tariffFile } from "@/lib/spreadsheet/tariff-file";
import { emptyTables } from "@/tests/support/database";
import { brackets, fixed } from "@/tests/support/tariffs";

let town: GridTown;
let ctx: ReturnType<typeof townContext>;

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
  ctx = townContext(town.agent);
});

async function exported(id: number): Promise<File> {
  const grid = await readGrid(ctx.proof, id);
  if (!grid) throw new Error("No such version");
  return asFile(await tariffFile(grid.version.name, sheetOf(grid.version.grid, grid)));
}

function asFile(bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], "tarifs.xlsx");
}

const preview = (file: File) => previewImport(ctx.proof, town.draft.id, file);

test("what is exported and imported again changes nothing", async () => {
  const outcome = await preview(await exported(town.draft.id));
  expect(outcome).toEqual({ ok: true, value: { revision: 1, cells: [], changes: [] } });
});

test("another version's file is previewed, then applied as it was shown", async () => {
  const shown = await preview(await exported(town.inForce.id));
  if (!shown.ok) throw new Error(shown.refusal);
  expect(shown.value.cells).toHaveLength(4);
  expect(await prisma.auditEvent.count()).toBe(0);
  const { revision } = shown.value;
  const cells = shown.value.cells.map((cell) => ({ ...cell, rule: cell.rule as unknown }));
  const applied = await applyImport(ctx, {
    versionId: town.draft.id,
    revision,
    cells,
    idempotencyKey: crypto.randomUUID(),
  });
  expect(applied).toEqual({ ok: true, value: { revision: 2, count: 4 } });
  const [draft, model] = [
    await readGrid(ctx.proof, town.draft.id),
    await readGrid(ctx.proof, town.inForce.id),
  ];
  expect(new Set(draft?.version.grid.rules)).toEqual(new Set(model?.version.grid.rules));
});

test("what comes back is checked again: a rule that is none, a colleague's save", async () => {
  const cell = { unitId: town.unit("REPAS"), categoryId: town.categories.child.id };
  const apply = (rule: unknown, revision = 1) =>
    applyImport(ctx, {
      versionId: town.draft.id,
      revision,
      cells: [{ ...cell, rule }],
      idempotencyKey: crypto.randomUUID(),
    });
  expect(await apply({ kind: "fixed", amount: -1 })).toMatchObject({ refusal: "tariff-faulty" });
  expect(await apply("nonsense")).toMatchObject({ refusal: "tariff-faulty" });
  expect(await apply(fixed(100), 7)).toMatchObject({ refusal: "tariff-draft-changed" });
  expect(await apply(brackets([0, 1]))).toMatchObject({ ok: true });
});

test("a faulty file is refused with the cells to mend", async () => {
  const grid = await readGrid(ctx.proof, town.draft.id);
  if (!grid) throw new Error("No such version");
  const sheet = sheetOf(grid.version.grid, grid);
  const rows = sheet.rows.map((row, i) =>
    row.map((cell, j) => (i === 1 && j === 2 ? { text: "gratuit" } : cell)),
  );
  rows.push([{ text: "Piscine" }, { text: "Entrée" }]);
  const file = asFile(await tariffFile("Tarifs", { ...sheet, rows }));
  expect(await preview(file)).toMatchObject({
    ok: false,
    refusal: "spreadsheet-faulty",
    value: {
      count: 2,
      problems: [
        { ref: "C4", message: expect.stringMatching(/pas un montant/) },
        { ref: "A6", message: expect.stringMatching(/Piscine/) },
      ],
    },
  });
});

test("what is no such file is refused: a text, a broken archive, another sheet, a huge one", async () => {
  const refusal = async (bytes: Uint8Array) => {
    const outcome = await preview(asFile(bytes));
    return outcome.ok ? "read" : outcome.refusal;
  };
  const good = new Uint8Array(await (await exported(town.draft.id)).arrayBuffer());
  expect(await refusal(Buffer.from("Activité;Prestation;Prix"))).toBe("spreadsheet-unreadable");
  expect(await refusal(new Uint8Array())).toBe("spreadsheet-unreadable");
  expect(await refusal(good.slice(0, -200))).toBe("spreadsheet-unreadable");
  expect(await refusal(new Uint8Array(950_000))).toBe("spreadsheet-unreadable");
  expect(await refusal(swollen(good))).toBe("spreadsheet-unreadable");
  expect(await readSpreadsheet("account", asFile(good), "Prix")).toMatchObject({
    refusal: "spreadsheet-no-sheet",
  });
  expect(
    await previewImport(ctx.proof, town.inForce.id, await exported(town.draft.id)),
  ).toMatchObject({ refusal: "tariff-published" });
});

/** The same archive, saying that its first file becomes 3 GB: a bomb is refused before it is unpacked. */
function swollen(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + 24, 3_000_000_000, true);
      return copy;
    }
  throw new Error("No directory");
}

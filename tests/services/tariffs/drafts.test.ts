import { aGridTown, townContext, type GridTown } from "./grid-town";
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { copyVersion } from "@/lib/services/tariffs/copy-version";
import { deleteDraft } from "@/lib/services/tariffs/delete-draft";
import { listVersions } from "@/lib/services/tariffs/list-versions";
import { readCompared, readGrid } from "@/lib/services/tariffs/read-grid";
import { saveCells } from "@/lib/services/tariffs/save-cells";
import { saveSettings } from "@/lib/services/tariffs/save-settings";
import { emptyTables } from "@/tests/support/database";
import { aReduction, brackets, fixed } from "@/tests/support/tariffs";
import { withStatements } from "@/tests/support/statements";

let town: GridTown;
let ctx: ReturnType<typeof townContext>;

beforeEach(async () => {
  await emptyTables();
  town = await aGridTown();
  ctx = townContext(town.agent);
});

const key = () => crypto.randomUUID();
const cellOf = (rule = fixed(999)) => ({
  unitId: town.unit("REPAS"),
  categoryId: town.categories.outside.id,
  rule,
});
const save = (its: Partial<Parameters<typeof saveCells>[1]> = {}) =>
  saveCells(ctx, {
    versionId: town.draft.id,
    revision: 1,
    cells: [cellOf()],
    source: "form",
    idempotencyKey: key(),
    ...its,
  });

test("saving writes what changed, counts it, and the journal keeps both rules", async () => {
  const cells = [cellOf(), { ...cellOf(fixed(1350)), unitId: town.unit("TARD") }];
  const { sent, statements } = await withStatements(() => save({ cells }));
  expect(sent).toEqual({ ok: true, value: { revision: 2, count: 1 } });
  const begin = statements.findIndex((sql) => sql.startsWith("BEGIN"));
  const end = statements.findIndex((sql) => sql.startsWith("COMMIT"));
  expect(end - begin - 1).toBeLessThanOrEqual(8);
  expect(await prisma.auditEvent.findMany({ select: { kind: true, data: true } })).toEqual([
    {
      kind: "tariff-draft-saved",
      data: { source: "form", cells: [{ ...cellOf(), before: fixed(900) }] },
    },
  ]);
  const grid = await readGrid(ctx.proof, town.draft.id);
  expect(grid?.version.grid.rules).toContainEqual(cellOf());
});

test("a cell may lose its price, and get it back", async () => {
  const { unitId, categoryId } = cellOf();
  expect(await save({ cells: [{ unitId, categoryId, rule: null }] })).toMatchObject({ ok: true });
  expect(await prisma.tariffRule.count({ where: { versionId: town.draft.id } })).toBe(5);
  expect(await save({ revision: 2 })).toMatchObject({ ok: true, value: { revision: 3 } });
  expect(await prisma.tariffRule.count({ where: { versionId: town.draft.id } })).toBe(6);
});

test("a colleague's save is seen, never overwritten", async () => {
  expect(await save()).toMatchObject({ ok: true });
  const late = [cellOf(fixed(1))];
  expect(await save({ cells: late })).toEqual({ ok: false, refusal: "tariff-draft-changed" });
  const grid = await readGrid(ctx.proof, town.draft.id);
  expect(grid?.version.grid.rules).toContainEqual(cellOf());
  expect(await save({ cells: late, revision: 2 })).toMatchObject({ ok: true });
});

test("of two saves at once one is saved, the other is told", async () => {
  const outcomes = await Promise.all([1, 2, 3].map((n) => save({ cells: [cellOf(fixed(n))] })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((o) => !o.ok && o.refusal === "tariff-draft-changed")).toHaveLength(2);
});

test("the same key gives the same answer, once", async () => {
  const idempotencyKey = key();
  const first = await save({ idempotencyKey });
  expect(await save({ idempotencyKey })).toEqual(first);
  expect(await save({ idempotencyKey, cells: [cellOf(fixed(1))] })).toEqual({
    ok: false,
    refusal: "key-reused",
  });
  expect(await prisma.auditEvent.count()).toBe(1);
});

test("nothing changed, a faulty rule, an unknown unit, an unknown draft, a published one: refused", async () => {
  const refusal = async (its: Parameters<typeof save>[0]) => {
    const outcome = await save(its);
    return outcome.ok ? "saved" : outcome.refusal;
  };
  expect(await refusal({ cells: [cellOf(fixed(900))] })).toBe("tariff-unchanged");
  expect(await refusal({ cells: [cellOf(fixed(-1))] })).toBe("tariff-faulty");
  expect(await refusal({ cells: [cellOf(brackets([1, 100]))] })).toBe("tariff-faulty");
  expect(await refusal({ cells: [{ ...cellOf(), unitId: 999_999 }] })).toBe("not-found");
  expect(await refusal({ versionId: 999_999 })).toBe("not-found");
  expect(await refusal({ versionId: town.inForce.id })).toBe("tariff-published");
  expect(await prisma.auditEvent.count()).toBe(0);
});

describe("settings", () => {
  const settings = (its: Partial<Parameters<typeof saveSettings>[1]> = {}) =>
    saveSettings(ctx, {
      versionId: town.draft.id,
      revision: 1,
      name: "Tarifs 2026",
      unknownQuotient: "refuse",
      reductions: [aReduction({ label: "Fratrie", unitIds: [town.unit("REPAS")] }), aReduction()],
      idempotencyKey: key(),
      ...its,
    });

  test("name, unknown quotient and the order of reductions", async () => {
    expect(await settings({ name: "Tarifs 2026 bis" })).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    const grid = (await readGrid(ctx.proof, town.draft.id))?.version.grid;
    expect(grid?.name).toBe("Tarifs 2026 bis");
    expect(grid?.unknownQuotient).toBe("refuse");
    expect(grid?.reductions.map(({ label }) => label)).toEqual([
      "Fratrie",
      "Trois enfants à charge ou plus",
    ]);
    expect(await prisma.auditEvent.count({ where: { kind: "tariff-draft-saved" } })).toBe(1);
  });

  test("a name that another tariff bears, unknown units, a colleague's save: refused", async () => {
    expect(await settings({ name: "tarifs 2025" })).toMatchObject({ refusal: "tariff-name-taken" });
    const reductions = [aReduction({ unitIds: [999_999] })];
    expect(await settings({ reductions })).toMatchObject({ refusal: "tariff-faulty" });
    expect(await settings({ revision: 7 })).toMatchObject({ refusal: "tariff-draft-changed" });
    expect(
      await settings({ unknownQuotient: "highest", reductions: [aReduction()] }),
    ).toMatchObject({ refusal: "tariff-unchanged" });
  });
});

describe("copies", () => {
  test("a copy holds everything but the days", async () => {
    const outcome = await copyVersion(ctx, {
      modelId: town.inForce.id,
      name: "Tarifs 2027",
      idempotencyKey: key(),
    });
    if (!outcome.ok) throw new Error(outcome.refusal);
    const model = await readGrid(ctx.proof, town.inForce.id);
    const copy = await readGrid(ctx.proof, outcome.value.id);
    expect(copy?.version).toMatchObject({ name: "Tarifs 2027", state: "draft", from: null });
    expect(copy?.version.grid.rules).toEqual(model?.version.grid.rules);
    expect((await listVersions(ctx.proof)).map(({ name }) => name)).toEqual([
      "Tarifs 2027",
      "Tarifs 2026",
      "Tarifs 2025",
    ]);
  });

  test("under a name that is free, from a version that exists", async () => {
    const copy = (modelId: number, name: string) =>
      copyVersion(ctx, { modelId, name, idempotencyKey: key() });
    expect(await copy(town.inForce.id, "Tarifs 2026")).toMatchObject({
      refusal: "tariff-name-taken",
    });
    expect(await copy(999_999, "Autre")).toMatchObject({ refusal: "not-found" });
  });
});

test("a draft is deleted, its content stays in the journal; a published version is not", async () => {
  const remove = (versionId: number, revision = 1) =>
    deleteDraft(ctx, { versionId, revision, idempotencyKey: key() });
  expect(await remove(town.inForce.id)).toMatchObject({ refusal: "tariff-published" });
  expect(await remove(town.draft.id, 2)).toMatchObject({ refusal: "tariff-draft-changed" });
  expect(await remove(town.draft.id)).toEqual({ ok: true, value: { name: "Tarifs 2026" } });
  expect(await readGrid(ctx.proof, town.draft.id)).toBeNull();
  const event = await prisma.auditEvent.findFirstOrThrow();
  expect(event.data).toMatchObject({ name: "Tarifs 2026", rules: expect.any(Array) });
});

test("a draft is held against the version in force, a published one against the one before", async () => {
  const against = async (id: number) => {
    const grid = await readGrid(ctx.proof, id);
    if (!grid) throw new Error("No such version");
    return (await readCompared(ctx.proof, grid.version, day("2025-10-10")))?.version.id ?? null;
  };
  expect(await against(town.draft.id)).toBe(town.inForce.id);
  expect(await against(town.inForce.id)).toBeNull();
});

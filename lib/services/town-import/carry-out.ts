import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import type { JournalEvent } from "@/lib/domain/journal-event";
import { done, refused, type Result } from "@/lib/domain/result";
import type { ImportVerdict, PlannedFamily } from "@/lib/domain/town-import/import-plan";
import { closeGate } from "@/lib/services/tariffs/bookings-gate";
import { priceUnpriced } from "@/lib/services/tariffs/price-unpriced";
import { compareWithTown, readKeptRows, type ComparedImport } from "./compare";
import { lockImport } from "./lock-import";
import { writePlan } from "./write-plan";
import { MOST_MS, writeReport } from "./write-rows";

export interface ImportToCarryOut {
  readonly importId: string;
  /** The stamp of the report that the agent saw. */
  readonly shown: string;
  /** The agent was told that lines are left out, and agreed. */
  readonly leavesOut: boolean;
  readonly idempotencyKey: string;
}

type CarryRefusal =
  | "not-found"
  | "import-done"
  | "import-columns"
  | "import-changed"
  | "import-leaves-out"
  | "import-nothing";

interface Imported {
  readonly id: string;
  readonly families: number;
}

/**
 * Writes what the report said, all of it or nothing, in one transaction. Wrong and doubtful lines are left
 * out, once the agent agreed. Refused with a new report where the town has changed since. No invitation
 * leaves: that is a gesture of its own for each guardian.
 */
export async function carryOutImport(
  ctx: ActionContext<Authorized<"import-town">>,
  { idempotencyKey: key, ...payload }: ImportToCarryOut,
): Promise<Result<Imported, CarryRefusal | "key-reused">> {
  const { importId, shown, leavesOut } = payload;
  const context = { accountId: ctx.proof.accountId, now: ctx.now };
  const told: { anew: ComparedImport | null } = { anew: null };
  const answer = await commit<Imported, CarryRefusal>(
    { ...context, idempotency: { key, payload }, mostMs: MOST_MS },
    async (tx) => {
      const its = await lockImport(tx, importId);
      if (!its) return refused("not-found");
      if (its.isDone) return refused("import-done");
      if (its.columns.length === 0) return refused("import-columns");
      await holdFamilies(tx);
      const rows = await readKeptRows(tx, importId);
      const plan = await compareWithTown(
        tx,
        { rows, columns: its.columns, sentAt: its.sentAt },
        ctx.moment,
      );
      if (plan.stamp !== shown) {
        told.anew = plan;
        return refused("import-changed");
      }
      if (plan.families.length === 0) return refused("import-nothing");
      const left = countOf(plan, "wrong") + countOf(plan, "doubtful");
      if (left > 0 && !leavesOut) return refused("import-leaves-out");
      return done(await write(tx, { importId, fileName: its.fileName, plan, left }, ctx));
    },
  );
  if (!answer.ok && told.anew) await keepAnew(context, importId, told.anew);
  return answer;
}

const countOf = ({ lines }: ComparedImport, verdict: ImportVerdict) =>
  lines.filter((one) => one.verdict === verdict).length;

/** Agents who change a family's file wait, and so do imports for each other; bookings go on. */
async function holdFamilies(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE "TownImport" IN SHARE ROW EXCLUSIVE MODE`;
  await readRows<{ count: number }>(tx, "holdFamilies")`
    SELECT count(*)::int AS count FROM (
      SELECT id FROM "Family" ORDER BY id FOR NO KEY UPDATE) held`;
}

async function write(
  tx: Tx,
  its: { importId: string; fileName: string; plan: ComparedImport; left: number },
  { now }: ActionContext<Authorized<"import-town">>,
): Promise<Committed<Imported>> {
  const { importId, plan, left } = its;
  const isPriced = plan.families.some(changesPrices);
  if (isPriced) await closeGate(tx);
  const ids = await writePlan(tx, plan.families, now);
  if (isPriced) await priceUnpriced(tx, now);
  await tx.townImport.update({
    where: { id: importId },
    data: { importedAt: instantToDate(now) },
    select: { id: true },
  });
  const events = plan.families.map((family, i) => familyEvent(importId, family, ids[i] ?? null));
  const count = plan.families.length;
  return {
    value: { id: importId, families: count },
    events: [
      {
        kind: "town-imported",
        familyId: null,
        subject: `import ${importId}`,
        data: {
          file: its.fileName,
          lines: plan.lines.length,
          families: count,
          added: countOf(plan, "added"),
          changed: countOf(plan, "changed"),
          left,
        },
      },
      ...events,
    ],
  };
}

/** Means or a category that a family had not: what it reserved without a price may have one now. */
function changesPrices({ id, quotient, children }: PlannedFamily): boolean {
  return (
    id !== null && (quotient !== null || children.some(({ categoryId }) => categoryId !== null))
  );
}

function familyEvent(
  importId: string,
  { id, guardians, children }: PlannedFamily,
  familyId: number | null,
): JournalEvent {
  const changes = [...guardians, ...children].flatMap((its) =>
    its.changes.map(({ what, was, now }) => `${what}\u00a0: ${was ?? "rien"} → ${now}`),
  );
  return {
    kind: "family-imported",
    familyId,
    subject: `import ${importId}`,
    data: { import: importId, isNew: id === null, changes },
  };
}

/** The report as it is by now, in a transaction of its own: the refused one left nothing. */
async function keepAnew(
  context: { accountId: string; now: ActionContext<unknown>["now"] },
  importId: string,
  plan: ComparedImport,
): Promise<void> {
  await commit(context, async (tx) => {
    const its = await lockImport(tx, importId);
    if (its && !its.isDone) await writeReport(tx, importId, plan);
    return done({
      value: null,
      events: [
        { kind: "import-compared", familyId: null, subject: `import ${importId}`, data: {} },
      ],
    });
  });
}

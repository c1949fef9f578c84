// A town of 300 children in the gate, of as many as IMPORT_CHILDREN says by hand: the report is exact, a second
// run changes nothing, and the number of statements does not grow with the town.
import { prisma } from "@/lib/db";
import { anActivity } from "@/tests/support/builders/activity";
import { aGroup } from "@/tests/support/builders/group";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { emptyTables } from "@/tests/support/database";
import { aGeneratedTown } from "@/tests/support/generated-town";
import { withStatements } from "@/tests/support/statements";
import { anImporter, carryOut, prepared } from "@/tests/support/town-import";

const size = Number(process.env["IMPORT_CHILDREN"] ?? 300);

test(
  `a town of ${size} children, two in a hundred wrong`,
  async () => {
    // Figures by hand are of what runs in service, where rows are not compared with their types.
    if (size > 1000) Object.assign(globalThis, { preauRowCheck: undefined });
    await emptyTables();
    const ctx = await anImporter();
    const activity = await anActivity(prisma, { code: "RESTO" });
    const schoolYear = await aSchoolYear(prisma, { name: "2026-2027" });
    await aGroup(prisma, { activity, schoolYear, code: "RESTO_A" });
    const { file, wrong } = aGeneratedTown(size);
    const at = [performance.now()];
    const first = await prepared(ctx, file);
    at.push(performance.now());
    expect(
      first.report.filter(({ verdict }) => verdict === "wrong").map(({ line }) => line),
    ).toEqual(wrong);
    expect(first.counts).toMatchObject({
      added: size - wrong.length,
      changed: 0,
      same: 0,
      doubtful: 0,
    });
    const { sent, statements } = await withStatements(() => carryOut(ctx, first.id));
    at.push(performance.now());
    expect(sent).toMatchObject({ ok: true });
    expect(await prisma.child.count()).toBe(size - wrong.length);
    expect(await prisma.inscription.count()).toBe(size - wrong.length);
    const second = await prepared(ctx, file);
    at.push(performance.now());
    expect(second.counts).toMatchObject({
      same: size - wrong.length,
      wrong: wrong.length,
      added: 0,
      changed: 0,
    });
    expect(statements.length).toBeLessThan(35 + size / 100);
    if (process.env["IMPORT_CHILDREN"] !== undefined) {
      const ms = at.slice(1).map((one, i) => Math.round(one - (at[i] ?? 0)));
      const { rss } = process.memoryUsage();
      console.log({
        children: size,
        prepare: ms[0],
        import: ms[1],
        again: ms[2],
        statements: statements.length,
        rss,
      });
    }
  },
  size > 1000 ? 900_000 : 60_000,
);

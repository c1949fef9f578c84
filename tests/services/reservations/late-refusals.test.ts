import { prisma } from "@/lib/db";
import {
  requestLateChange,
  type LateChangeInput,
} from "@/lib/services/reservations/request-late-change";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import {
  aLateScenario,
  askingFor,
  friday,
  hold,
  lateCell,
  type LateScenario,
} from "./late-scenario";

let late: LateScenario;

beforeEach(async () => {
  await emptyTables();
  late = await aLateScenario();
});

describe("refused, and nothing is written", () => {
  const refusals: readonly [string, () => Promise<LateChangeInput>, string][] = [
    [
      "in time",
      async () => askingFor(late, await lateCell(late, "REPAS", "2025-09-16")),
      "late-in-time",
    ],
    [
      "a past day",
      async () => askingFor(late, await lateCell(late, "REPAS", "2025-09-04")),
      "late-not-offered",
    ],
    [
      "a day that never opens",
      async () => askingFor(late, await lateCell(late, "REPAS", "2025-09-10")),
      "late-not-offered",
    ],
    [
      "an activity without",
      async () => askingFor(late, await lateCell(late, "JOURNEE", "2025-09-10")),
      "late-not-offered",
    ],
    [
      "nothing to cancel",
      async () => askingFor(late, await lateCell(late, "REPAS"), "remove"),
      "cell-changed",
    ],
    [
      "another school year",
      async () => ({
        ...(await askingFor(late, await lateCell(late, "REPAS"))),
        schoolYearId: 999_999,
      }),
      "not-found",
    ],
    [
      "no inscription of the family",
      async () => ({
        ...(await askingFor(late, await lateCell(late, "REPAS"))),
        cells: ["999999|1|2025-09-09"],
      }),
      "not-found",
    ],
    [
      "a day that does not exist",
      async () => ({
        ...(await askingFor(late, await lateCell(late, "REPAS"))),
        cells: ["1|1|2025-02-30"],
      }),
      "late-not-offered",
    ],
  ];
  test.each(refusals)("%s", async (_, input, refusal) => {
    expect(await requestLateChange(late.ctx, await input())).toMatchObject({ ok: false, refusal });
    await expectNothing();
  });

  test("a price that changed since it was read: the new one is told", async () => {
    const input = await askingFor(late, await lateCell(late, "REPAS"));
    await prisma.familyQuotient.updateMany({ data: { quotientFamilial: 20_000 } });
    const fresh = await askingFor(late, await lateCell(late, "REPAS"));
    expect(fresh.announced).not.toBe(input.announced);
    expect(await requestLateChange(late.ctx, input)).toEqual({
      ok: false,
      refusal: "price-changed",
      value: { announced: fresh.announced },
    });
    await expectNothing();
    // The same form, with the price that it has read since.
    const again = { ...input, announced: fresh.announced };
    expect((await requestLateChange(late.ctx, again)).ok).toBe(true);
  });

  test("what another reservation of the same moment excludes", async () => {
    await prisma.activity.updateMany({ data: { lateAdditions: true } });
    const whole = await lateCell(late, "JOURNEE", "2025-09-10");
    await hold(late, await lateCell(late, "MATIN", "2025-09-10"));
    const answer = await requestLateChange(late.ctx, await askingFor(late, whole));
    expect(answer).toMatchObject({ refusal: "late-overlap" });
  });

  test("a stranger, and the child's other family, which may only look", async () => {
    const input = await askingFor(late, await lateCell(late, "REPAS"));
    const stranger = await aFamily(prisma, { name: "Durand" });
    const leo = late.duponts.family.children[0];
    if (!leo) throw new Error("No child");
    const other = await aFamily(prisma, {
      name: "Martin",
      children: [{ existing: leo, mayBook: false }],
    });
    const at = (family: BuiltFamily) => guardianContext(family, friday);
    expect(await requestLateChange(at(stranger), input)).toMatchObject({ refusal: "not-found" });
    expect(await requestLateChange(at(other), input)).toMatchObject({
      refusal: "late-not-offered",
    });
    await expectNothing();
    await prisma.familyChild.updateMany({ data: { mayBook: true } });
    await hold(late, await lateCell(late, "REPAS"));
    const theirs = { ...input, change: "remove" as const };
    expect(await requestLateChange(at(other), theirs)).toMatchObject({ refusal: "cell-changed" });
  });
});

async function expectNothing() {
  expect(await prisma.reservation.count()).toBe(0);
  expect(await prisma.serviceRequest.count()).toBe(0);
  expect(await prisma.outboxEmail.count()).toBe(0);
}

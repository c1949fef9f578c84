import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { readSubmission } from "@/lib/services/reservations/read-submission";
import { submitReservations } from "@/lib/services/reservations/submit";
import {
  draftAndRecap,
  manualWeek,
  reservedDays,
  schoolYearNamed,
  weekWishes,
} from "@/tests/support/booking-drafts";
import { withStatements } from "@/tests/support/statements";
import { emptyTables } from "@/tests/support/database";
import { guardianContext, theDuponts, type Duponts } from "@/tests/support/duponts";

const summer = "2025-07-15T10:09";
let duponts: Duponts;
let year: number;

beforeEach(async () => {
  await emptyTables();
  duponts = await theDuponts();
  year = await schoolYearNamed("2025-2026");
});

async function bookManualYear() {
  const ctx = guardianContext(duponts.family, summer);
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  return { ctx, input, sent: await submitReservations(ctx, input) };
}

test("the manual's year, in its own calendar", async () => {
  await prisma.requestCounter.update({ where: { id: 1 }, data: { last: 66_833 } });
  const { ctx, sent } = await bookManualYear();
  if (!sent.ok) throw new Error(sent.refusal);

  const canteen = await reservedDays(duponts.inscription("RESTO_R_PREVERT", "Léo"), "Repas");
  expect(canteen).toHaveLength(70);
  expect([canteen[0], canteen.at(-1)]).toEqual(["2025-09-02", "2026-07-02"]);
  expect(canteen[canteen.indexOf(day("2025-10-16")) + 1]).toBe("2025-11-04");
  expect(canteen).not.toContain("2025-11-11");
  expect(canteen).not.toContain("2026-05-14");

  const study = await reservedDays(duponts.inscription("ETUDES_E_PREVERT", "Léo"), "Étude");
  expect(study).toHaveLength(65);
  expect([study[0], study.at(-1)]).toEqual(["2025-09-08", "2026-06-25"]);
  expect(study[study.indexOf(day("2025-12-18")) + 1]).toBe("2026-01-05");

  const confirmation = await readSubmission(ctx.proof, sent.value.submissionId);
  expect(
    confirmation?.requests.map((r) => [r.number, r.childName, r.lines[0]?.unitLabel, r.state]),
  ).toEqual([
    [66834, "Léo", "Étude", "accepted"],
    [66835, "Léo", "Repas", "accepted"],
    [66836, "Lucas", "Accueil soir", "accepted"],
    [66837, "Lucas", "Journée", "pending"],
    [66838, "Lucas", "Repas", "accepted"],
  ]);
  const states = await prisma.reservation.groupBy({ by: ["state"], _count: true });
  const wednesdays = confirmation?.requests[3]?.additions;
  expect(states).toContainEqual({ state: "pending", _count: wednesdays });
  const [timeline] = await prisma.requestEvent.findMany({ where: { kind: "submitted" } });
  expect(timeline?.actorName).toBe("Madelaine Dupont");
  expect(await prisma.requestEvent.count({ where: { kind: "accepted" } })).toBe(4);
  expect(await prisma.draft.count()).toBe(0);
});

test("the same family in 2026-2027, in the middle of the year, within the demo town's cut-offs", async () => {
  const ctx = guardianContext(duponts.family, "2026-11-22T10:00");
  const next = await schoolYearNamed("2026-2027");
  const input = await draftAndRecap(ctx, next, (context) => weekWishes(context, manualWeek));
  expect((await submitReservations(ctx, input)).ok).toBe(true);
  const canteen = await reservedDays(
    duponts.inscription("RESTO_R_PREVERT", "Léo", "2026-2027"),
    "Repas",
  );
  // Thursday of the week before: the week of 23 November closed on the 19th.
  expect(canteen[0]).toBe("2026-12-01");
  expect(canteen.at(-1)).toBe("2027-07-01");
  const wednesdays = await reservedDays(
    duponts.inscription("CLM_PETITS_PREVERT", "Lucas", "2026-2027"),
    "Journée",
  );
  // Seven days before, 23:59: on Sunday 22 November, Wednesday 2 December is the first.
  expect(wednesdays[0]).toBe("2026-12-02");
});

test("eight statements between BEGIN and COMMIT, whatever the number of dates", async () => {
  const ctx = guardianContext(duponts.family, summer);
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
  const { sent, statements } = await withStatements(() => submitReservations(ctx, input));
  expect(sent.ok).toBe(true);
  expect(statements[0]).toMatch(/^BEGIN/);
  expect(statements.at(-1)).toMatch(/^COMMIT/);
  expect(statements.slice(1, -1)).toHaveLength(8);
});

test("the e-mail lists what was sent, with the numbers, and answers go to the service", async () => {
  await bookManualYear();
  const [email, ...others] = await prisma.outboxEmail.findMany();
  expect(others).toEqual([]);
  expect(email?.to).toBe("madelainedupont@exemple.fr");
  expect(email?.replyTo).toBe("education@clairval.example");
  expect(email?.subject).toBe("Vos demandes n°\u00a01 à\u00a05 sont enregistrées");
  expect(email?.text).toContain("Demande n°\u00a02 – Léo – ");
  expect(email?.text).toMatch(
    /tous les mardis et jeudis, du 2 sept\. 2025 au 2 juil\. 2026.: 70 repas/,
  );
  expect(email?.text).toContain("En cours d’instruction");
  expect(email?.html).toContain("/demarches/reservations/confirmation/");
});

test("one journal event for the sending, with its numbers", async () => {
  await bookManualYear();
  const events = await prisma.auditEvent.findMany();
  expect(events).toHaveLength(1);
  expect(events[0]?.kind).toBe("reservations-submitted");
  expect(events[0]?.data).toMatchObject({ numbers: [1, 2, 3, 4, 5], removals: 0 });
});

describe("nothing twice", () => {
  test("a double press gives one dossier and the same answer", async () => {
    const ctx = guardianContext(duponts.family, summer);
    const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, manualWeek));
    const answers = await Promise.all([
      submitReservations(ctx, input),
      submitReservations(ctx, input),
      submitReservations(ctx, input),
    ]);
    expect(answers[0]?.ok).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await prisma.submission.count()).toBe(1);
    expect(await prisma.outboxEmail.count()).toBe(1);
  });

  test("the same key with another content is refused", async () => {
    const { ctx, input } = await bookManualYear();
    const again = await submitReservations(ctx, { ...input, revision: input.revision + 1 });
    expect(again).toEqual({ ok: false, refusal: "key-reused" });
  });

  test("a sent draft is gone: a second recap has nothing to send", async () => {
    const { ctx, input } = await bookManualYear();
    const again = await submitReservations(ctx, { ...input, idempotencyKey: crypto.randomUUID() });
    expect(again).toEqual({ ok: false, refusal: "draft-changed" });
  });

  test("two families at once get numbers without gaps", async () => {
    const ctx = guardianContext(duponts.family, summer);
    const thomas = guardianContext(duponts.family, summer, 1);
    const one = await draftAndRecap(ctx, year, (c) => weekWishes(c, { Léo: { Repas: [2] } }));
    const two = await draftAndRecap(thomas, year, (c) => weekWishes(c, { Lucas: { Repas: [2] } }));
    const answers = await Promise.all([
      submitReservations(ctx, one),
      submitReservations(thomas, two),
    ]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const numbers = await prisma.serviceRequest.findMany({ orderBy: { number: "asc" } });
    expect(numbers.map(({ number }) => number)).toEqual([1, 2]);
  });
});

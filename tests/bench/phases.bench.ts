import { performance } from "node:perf_hooks";
import { prisma, pool } from "@/lib/db";
import { planChanges } from "@/lib/domain/booking/plan";
import { recapOfPlan } from "@/lib/domain/booking/plan-recap";
import { dayOf } from "@/lib/domain/day";
import { submitReservations } from "@/lib/services/reservations/submit";
import { chosenWishes, lockDraft } from "@/lib/services/operational/drafts";
import { contextOf, readHeld, readInscriptions, readSchoolYears } from "@/lib/services/reservations/booking-rows";
import { fingerprintOf, changesByInscription } from "@/lib/services/reservations/recap";
import { preparedRequest } from "@/lib/services/reservations/file-requests";
import { writeChanges } from "@/lib/services/reservations/write-changes";
import { draftAndRecap, schoolYearNamed, weekWishes } from "@/tests/support/booking-drafts";
import { guardianContext, theDuponts } from "@/tests/support/duponts";
const fullWeek = { Léo: { Étude: [1, 2, 4], Repas: [1, 2, 4, 5] }, Lucas: { "Accueil matin": [1, 2, 4, 5], "Accueil soir": [1, 2, 4, 5], Journée: [3], Repas: [1, 2] } } as const;
test("phases", async () => {
  const d = await theDuponts(); const year = await schoolYearNamed("2025-2026");
  const ctx = guardianContext(d.family, "2025-07-15T10:09");
  const out: string[] = [];
  for (let k = 0; k < 8; k++) {
    const input = await draftAndRecap(ctx, year, (c) => weekWishes(c, fullWeek));
    const marks: [string, number, number][] = []; let t = performance.now(); let c0 = process.cpuUsage();
    const mark = (n: string) => { const c = process.cpuUsage(c0); marks.push([n, performance.now() - t, (c.user + c.system) / 1000]); t = performance.now(); c0 = process.cpuUsage(); };
    try { await prisma.$transaction(async (tx) => {
      mark("begin");
      const draft = await lockDraft(tx, ctx.proof, year); mark("draft");
      const years = await readSchoolYears(tx); mark("years");
      const rows = await readInscriptions(tx, ctx.proof.familyId, year, dayOf(ctx.moment), "for-update"); mark("inscriptions");
      const held = await readHeld(tx, ctx.proof.familyId, rows.map((r) => r.id)); mark("held");
      const context = contextOf(years, years.find((y) => y.id === year)!, rows, held, ctx.moment); mark("context");
      const plan = planChanges(context, chosenWishes(draft!)); mark("plan");
      fingerprintOf(plan); mark("fingerprint");
      recapOfPlan(context, plan); mark("recap");
      const requests = changesByInscription(context, plan).map((g) => preparedRequest(context, g)); mark("prepare");
      await writeChanges(tx, ctx.proof, requests); mark("writeChanges");
      throw new Error("rollback");
    }, {timeout: 60000}); } catch { mark("rollback"); }
    const s = await submitReservations(ctx, input); mark("WHOLE submit"); if (!s.ok) throw new Error(s.refusal);
    const rows = await prisma.$queryRaw<any[]>`SELECT "inscriptionId", "unitId", day::text, state::text FROM "Reservation"`;
    await prisma.$executeRaw`DELETE FROM "RequestLine"`; await prisma.$executeRaw`DELETE FROM "Reservation"`;
    const client = await pool.connect(); await client.query("BEGIN"); mark("x");
    await client.query(`INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId") SELECT i, u, d, s::"ReservationState", $5 FROM unnest($1::int[], $2::int[], $3::date[], $4::text[]) AS t(i, u, d, s)`, [rows.map((r) => r.inscriptionId), rows.map((r) => r.unitId), rows.map((r) => r.day), rows.map((r) => r.state), d.family.id]); mark("floor insert");
    await client.query("COMMIT"); mark("floor commit"); client.release();
    await prisma.$executeRaw`DELETE FROM "Reservation"`; await prisma.$executeRaw`TRUNCATE "RequestEvent", "ServiceRequest", "Submission", "OutboxEmail", "IdempotencyKey" CASCADE`;
    if (k >= 3) out.push(marks.map(([n, w, c]) => `${n} ${w.toFixed(0)}/${c.toFixed(0)}`).join("  "));
  }
  process.stderr.write(out.join("\n") + "\n");
}, 600_000);

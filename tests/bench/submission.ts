/**
 * The validation of a family-year against its floor, in one run: BEGIN, the same rows by one raw
 * `unnest` statement under the same indexes, COMMIT. The two take turns, so that a machine whose speed
 * drifts slows both. Run by `npm run bench`, on a PostgreSQL that syncs to disk as in production.
 */
import { performance } from "node:perf_hooks";
import { closeDatabase, pool, prisma } from "@/lib/db";
import { submitReservations } from "@/lib/services/reservations/submit";
import { draftAndRecap, schoolYearNamed, weekWishes } from "@/tests/support/booking-drafts";
import { guardianContext, type Duponts } from "@/tests/support/duponts";
import { thePricedDuponts } from "@/tests/support/priced-duponts";
import { countStatements } from "./count-statements";
import { rounds, warmUps } from "./rounds";
import { line, summary } from "./table";

const measured = rounds(Number(process.env["BENCH_ROUNDS"] ?? 40));
const before = warmUps(5);

// The manual's five inscriptions, filled: about 700 day-units.
const fullWeek = {
  Léo: { Étude: [1, 2, 4], Repas: [1, 2, 4, 5] },
  Lucas: {
    "Accueil matin": [1, 2, 4, 5],
    "Accueil soir": [1, 2, 4, 5],
    Journée: [3],
    Repas: [1, 2],
  },
} as const;

async function submitOnce(duponts: Duponts, year: number) {
  const ctx = guardianContext(duponts.family, "2025-07-15T10:09");
  const input = await draftAndRecap(ctx, year, (context) => weekWishes(context, fullWeek));
  const counted = countStatements();
  const start = performance.now();
  const sent = await submitReservations(ctx, input);
  const ms = performance.now() - start;
  const statements = counted.stop();
  if (!sent.ok) throw new Error(sent.refusal);
  return { ms, statements };
}

interface Rows {
  reservations: {
    inscriptionId: number;
    unitId: number;
    day: string;
    state: string;
    priceId: string | null;
  }[];
  lines: {
    requestId: string;
    unitId: number;
    day: string;
    change: string;
    state: string;
    amount: number | null;
  }[];
}

async function readRows(): Promise<Rows> {
  return {
    reservations: await prisma.$queryRaw`
      SELECT "inscriptionId", "unitId", day::text, state::text, "priceId" FROM "Reservation"`,
    lines: await prisma.$queryRaw`
      SELECT "requestId", "unitId", day::text, change::text, state::text, amount FROM "RequestLine"`,
  };
}

/** The floor: the reservations only, or the reservations and the request lines that the portal keeps too. */
async function insertRaw(rows: Rows, familyId: number, withLines: boolean): Promise<number> {
  const client = await pool.connect();
  const { reservations, lines } = rows;
  const start = performance.now();
  await client.query("BEGIN");
  await client.query(
    `WITH r AS (INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId", "priceId")
       SELECT i, u, d, s::"ReservationState", $5, p
       FROM unnest($1::int[], $2::int[], $3::date[], $4::text[], $12::uuid[]) AS t(i, u, d, s, p))
     INSERT INTO "RequestLine" ("requestId", "unitId", day, change, state, amount)
       SELECT q, u, d, c::"LineChange", s::"LineState", a
       FROM unnest($6::uuid[], $7::int[], $8::date[], $9::text[], $10::text[], $13::int[])
         AS t(q, u, d, c, s, a) WHERE $11`,
    [
      reservations.map((r) => r.inscriptionId),
      reservations.map((r) => r.unitId),
      reservations.map((r) => r.day),
      reservations.map((r) => r.state),
      familyId,
      lines.map((l) => l.requestId),
      lines.map((l) => l.unitId),
      lines.map((l) => l.day),
      lines.map((l) => l.change),
      lines.map((l) => l.state),
      withLines,
      reservations.map((r) => r.priceId),
      lines.map((l) => l.amount),
    ],
  );
  await client.query("COMMIT");
  const ms = performance.now() - start;
  client.release();
  return ms;
}

async function forget(all: boolean): Promise<void> {
  await prisma.$executeRaw`DELETE FROM "RequestLine"`;
  await prisma.$executeRaw`DELETE FROM "Reservation"`;
  if (!all) return;
  // The ledger only grows: it is emptied, and nothing hangs on it.
  await prisma.$executeRaw`TRUNCATE "LedgerEntry"`;
  // Deleted in order, never truncated: by CASCADE the family itself went with its requests.
  await prisma.$executeRaw`DELETE FROM "RequestEvent"`;
  await prisma.$executeRaw`DELETE FROM "ServiceRequest"`;
  await prisma.$executeRaw`DELETE FROM "Submission"`;
  await prisma.$executeRaw`DELETE FROM "OutboxEmail"`;
  await prisma.$executeRaw`DELETE FROM "IdempotencyKey"`;
}

const duponts = await thePricedDuponts("2025-12-20");
const year = await schoolYearNamed("2025-2026");
const portal: number[] = [];
const floor: number[] = [];
const floorWithLines: number[] = [];
let statements = 0;
let dayUnits = 0;
for (let round = 0; round < measured + before; round++) {
  const { ms, statements: n } = await submitOnce(duponts, year);
  const rows = await readRows();
  dayUnits = rows.reservations.length;
  statements = n;
  await forget(false);
  const raw = await insertRaw(rows, duponts.family.id, false);
  await forget(false);
  const rawWithLines = await insertRaw(rows, duponts.family.id, true);
  await forget(true);
  if (round < before) continue;
  portal.push(ms);
  floor.push(raw);
  floorWithLines.push(rawWithLines);
}
console.log(
  `\nValidation of a family-year: 5 inscriptions, ${dayUnits} day-units, ${measured} rounds`,
);
console.log(`  statements between BEGIN and COMMIT: ${statements}`);
console.log(line("validation, whole", summary(portal)));
console.log(line("floor: reservations by one raw unnest", summary(floor)));
console.log(line("floor: reservations and request lines", summary(floorWithLines)));
const ratio = (a: number[], b: number[]) => summary(a.map((ms, i) => ms / (b[i] ?? ms)));
console.log(line("ratio to the reservations' floor", ratio(portal, floor), "×"));
console.log(line("ratio to the floor with lines", ratio(portal, floorWithLines), "×"));
await closeDatabase();

import "@/tests/support/timeouts-none";
import { prisma } from "@/lib/db";
import { instantOfMoment, moment } from "@/lib/domain/day";
import { verifyPassword } from "@/lib/auth/password";
import { demoPassword } from "@/prisma/seed/demo-accounts";
import { seedDemoTown } from "@/prisma/seed/demo-town";
import { emptyTables } from "@/tests/support/database";

// The demo town at two moments: before the manual's first request, and in the middle of a year.

async function seedAt(now: string) {
  await emptyTables();
  const at = instantOfMoment(moment(now));
  return prisma.$transaction((tx) => seedDemoTown(tx, at), { timeout: 120_000 });
}

/** What the database counts, as one number. */
async function count(sql: string): Promise<number> {
  const rows = await prisma.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM ${sql}`);
  return Number(rows[0]?.count);
}

const family = (name: string) => `(SELECT id FROM "Family" WHERE name = '${name}')`;

/** Reservations that no opening of their group allows, or that an exception or a free day closes. */
const onAClosedDay = `"Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
  WHERE r.day NOT BETWEEN i."firstDay" AND i."lastDay"
    OR extract(isodow FROM r.day) > 5
    OR EXISTS (SELECT FROM "OpeningException" x WHERE x."groupId" = i."groupId" AND x.day = r.day AND NOT x.open)
    OR r.day IN ('2025-11-11', '2025-12-25', '2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14',
                 '2026-05-25', '2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29', '2027-05-06', '2027-05-17')
    OR NOT EXISTS (
      SELECT FROM "GroupOpening" o WHERE o."groupId" = i."groupId" AND o."unitId" = r."unitId"
        AND extract(isodow FROM r.day)::int = ANY(o.weekdays) AND r.day BETWEEN o."firstDay" AND o."lastDay"
        AND o."dayKinds" = ARRAY[CASE WHEN EXISTS (
            SELECT FROM "SchoolBreak" b WHERE r.day BETWEEN b."firstFreeDay" AND b."lastFreeDay")
          THEN 'schoolBreak'::"DayKind" ELSE 'schoolDay'::"DayKind" END])`;

/** Two units of one inscription and day that take the same part of it. */
const overlapping = `"Reservation" a JOIN "Reservation" b
    ON b."inscriptionId" = a."inscriptionId" AND b.day = a.day AND b."unitId" > a."unitId"
  JOIN "Unit" u ON u.id = a."unitId" JOIN "Unit" v ON v.id = b."unitId" WHERE u.covers && v.covers`;

/** Lines and reservations that do not say the same thing. */
const contradictions = `"RequestLine" l JOIN "ServiceRequest" q ON q.id = l."requestId"
  LEFT JOIN "Reservation" r
    ON r."inscriptionId" = q."inscriptionId" AND r.day = l.day AND r."unitId" = l."unitId"
  WHERE r.state::text IS DISTINCT FROM
    CASE l.state WHEN 'pending' THEN 'pending' WHEN 'accepted' THEN 'reserved' END`;

async function expectCoherent(): Promise<void> {
  expect(await count(onAClosedDay)).toBe(0);
  expect(await count(overlapping)).toBe(0);
  expect(await count(contradictions)).toBe(0);
  expect(await count(`"Reservation"`)).toBe(await count(`"RequestLine" WHERE state <> 'refused'`));
  expect(
    await count(`"Reservation" r JOIN "Unit" u ON u.id = r."unitId" WHERE u."agentOnly"`),
  ).toBe(0);
  const numbers = await prisma.serviceRequest.aggregate({
    _min: { number: true },
    _max: { number: true },
    _count: true,
  });
  expect((numbers._max.number ?? 0) - (numbers._min.number ?? 0) + 1).toBe(numbers._count);
  const counter = await prisma.requestCounter.findUniqueOrThrow({ where: { id: 1 } });
  expect(counter.last).toBe(numbers._max.number);
  expect(
    await count(`"ServiceRequest" a JOIN "ServiceRequest" b ON b.number = a.number + 1
                 WHERE b."createdAt" < a."createdAt"`),
  ).toBe(0);
}

/** All requests and reservations, as one text. */
async function digest(): Promise<unknown> {
  return prisma.$queryRaw`
    SELECT (SELECT md5(string_agg(q::text, ';' ORDER BY q.number)) FROM "ServiceRequest" q) AS requests,
      (SELECT md5(string_agg(r::text, ';' ORDER BY r."inscriptionId", r.day, r."unitId"))
       FROM "Reservation" r) AS reservations`;
}

let drawnFirst: unknown;

describe("on 15 July 2025", () => {
  beforeAll(async () => {
    await seedAt("2025-07-15T10:09");
    drawnFirst = await digest();
  }, 120_000);

  test("the town is coherent", expectCoherent, 60_000);

  test("the next request is the manual's 66834, and its family has reserved nothing", async () => {
    const counter = await prisma.requestCounter.findUniqueOrThrow({ where: { id: 1 } });
    expect(counter.last).toBe(66_833);
    expect(await count(`"Reservation" WHERE "familyId" = ${family("Dupont")}`)).toBe(0);
    expect(await count(`"ServiceRequest" WHERE "createdAt" >= '2025-07-14T22:00:00Z'`)).toBe(0);
  });

  test("the manual's family has its five inscriptions in both school years", async () => {
    const rows = await prisma.$queryRaw`
      SELECT y.name AS year, c."firstName" AS child, a.label AS activity, e.name AS establishment,
        g.label AS group, i."firstDay"::text AS from, i."lastDay"::text AS to
      FROM "Inscription" i JOIN "Child" c ON c.id = i."childId" JOIN "Group" g ON g.id = i."groupId"
      JOIN "Activity" a ON a.id = g."activityId" JOIN "Establishment" e ON e.id = g."establishmentId"
      JOIN "SchoolYear" y ON y.id = g."schoolYearId" WHERE c."lastName" = 'Dupont'
      ORDER BY y.name, c.id, a.position`;
    expect(rows).toHaveLength(10);
    expect(rows).toMatchObject([
      { child: "Léo", activity: "Études surveillées", from: "2025-09-01", to: "2026-06-26" },
      { child: "Léo", establishment: "Restaurant Jacques Prévert", to: "2026-07-03" },
      { child: "Lucas", establishment: "Maternelle Jacques Prévert", group: null },
      { child: "Lucas", activity: "Centre de Loisirs Mercredis", group: "Petits" },
      { child: "Lucas", activity: "Restauration scolaire" },
      { year: "2026-2027", child: "Léo", from: "2026-09-01", to: "2027-06-25" },
      ...Array.from({ length: 4 }, () => ({ year: "2026-2027", to: "2027-07-02" })),
    ]);
  });

  test("agents have requests to answer, and answered ones", async () => {
    const waiting = await count(`"ServiceRequest" WHERE state = 'pending'`);
    expect(waiting).toBeGreaterThanOrEqual(20);
    expect(waiting).toBeLessThanOrEqual(40);
    expect(
      await count(`"ServiceRequest" q JOIN "Activity" a ON a.id = q."activityId"
                   WHERE a.additions = 'examined' AND q.state <> 'pending'`),
    ).toBeGreaterThanOrEqual(35);
    // Everything that waits can still be booked: its first day lies beyond the cut-offs.
    expect(
      await count(
        `"ServiceRequest" WHERE state = 'pending' AND "firstDay" < DATE '2025-07-15' + 22`,
      ),
    ).toBe(0);
  });

  test("only the demo's own accounts have the demo's password", async () => {
    const accounts = await prisma.account.findMany({ where: { passwordHash: { not: null } } });
    expect(accounts.map(({ email }) => email).sort()).toEqual([
      "admin@clairval.example",
      "agent.prevert@clairval.example",
      "agent@clairval.example",
      "animateur@clairval.example",
      "claire.garnier@exemple.fr",
      "education@clairval.example",
      "guichet@clairval.example",
      "ines.moreau@exemple.fr",
      "julien.lambert@exemple.fr",
      "madelainedupont@exemple.fr",
      "tarifs@clairval.example",
      "thomas.dupont@exemple.fr",
      "toto.test@exemple.fr",
    ]);
    expect(await verifyPassword(accounts[0]?.passwordHash ?? null, demoPassword)).toBe(true);
  });

  test("a second run changes nothing", async () => {
    const before = await count(`"Account"`);
    const outcome = await prisma.$transaction((tx) =>
      seedDemoTown(tx, instantOfMoment(moment("2026-11-22T10:00"))),
    );
    expect(outcome).toEqual({ state: "kept" });
    expect(await count(`"Account"`)).toBe(before);
    expect(await count(`"AuditEvent" WHERE kind = 'town-seeded'`)).toBe(1);
  });
});

describe("on 22 November 2026", () => {
  beforeAll(async () => {
    await seedAt("2026-11-22T10:00");
  }, 120_000);

  test("the town is coherent", expectCoherent, 60_000);

  test("the manual's requests have the manual's numbers and dates", async () => {
    const rows = await prisma.$queryRaw`
      SELECT q.number, c."firstName" AS child, a.code AS activity, q."firstDay"::text AS "from",
        q."lastDay"::text AS to, q.additions, q.state::text
      FROM "ServiceRequest" q JOIN "Child" c ON c.id = q."childId"
      JOIN "Activity" a ON a.id = q."activityId"
      WHERE q."familyId" = (SELECT id FROM "Family" WHERE name = 'Dupont')
        AND q."createdAt" < '2026-01-01T00:00:00Z' ORDER BY q.number`;
    expect(rows).toMatchObject([
      { number: 66_834, child: "Lucas", activity: "RESTO", from: "2025-09-02", to: "2025-09-04" },
      { number: 66_835, child: "Léo", from: "2025-09-08", to: "2026-06-25", additions: 65 },
      { number: 66_836, child: "Léo", from: "2025-09-02", to: "2026-07-02", additions: 70 },
      { number: 66_837, child: "Lucas", from: "2025-09-02", to: "2026-07-02", additions: 70 },
      { number: 66_838, child: "Lucas", activity: "RESTO", to: "2026-07-02", additions: 68 },
      { number: 66_839, child: "Lucas", activity: "CL_MERCREDIS", state: "accepted" },
    ]);
  });

  test("its year 2026-2027 is reserved until the end of November", async () => {
    const rows = await prisma.$queryRaw`
      SELECT max(day)::text AS last, count(*)::int AS count FROM "Reservation"
      WHERE "familyId" = (SELECT id FROM "Family" WHERE name = 'Dupont') AND day > '2026-08-01'`;
    expect(rows).toEqual([{ last: "2026-11-30", count: 97 }]);
  });

  test("separated parents reserve for the same child, each its own weeks", async () => {
    const rows = await prisma.$queryRaw<{ families: number; days: number }[]>`
      SELECT count(DISTINCT r."familyId")::int AS families, count(DISTINCT r.day)::int AS days
      FROM "Reservation" r JOIN "Inscription" i ON i.id = r."inscriptionId"
      JOIN "Child" c ON c.id = i."childId" WHERE c."firstName" = 'Zoé' AND c."lastName" = 'Lambert'
      GROUP BY r."inscriptionId" HAVING count(DISTINCT r."familyId") = 2`;
    expect(rows.length).toBeGreaterThan(0);
  });

  test("about seven families in ten have reservations", async () => {
    const families = await count(`"Family"`);
    const reserving = await count(
      `(SELECT DISTINCT "familyId" FROM "Reservation" WHERE day < '2026-10-01') f`,
    );
    expect(families).toBeGreaterThanOrEqual(150);
    expect(reserving / families).toBeGreaterThan(0.6);
    expect(reserving / families).toBeLessThan(0.8);
  });
});

test("the same clock gives the same town, to the row", async () => {
  await seedAt("2025-07-15T10:09");
  expect(await digest()).toEqual(drawnFirst);
}, 120_000);

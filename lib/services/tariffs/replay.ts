import "server-only";
import type { Authorized } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { readRows } from "@/lib/db/rows";
import { addDays, addMonths, day, type Day } from "@/lib/domain/day";
import { cents, type Cents } from "@/lib/domain/money";
import { boundsOf } from "@/lib/domain/tariff/grid";
import { impactOf, type Impact, type ReplayedCase } from "@/lib/domain/tariff/impact";
import { payerOn, quotientOn } from "@/lib/domain/tariff/paying-family";
import { priceIn, type Payer } from "@/lib/domain/tariff/price";
import type { TariffVersion } from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";
import { standsInLedger } from "@/lib/services/places/ledger";
import { isDue } from "@/lib/services/places/standing";
import { readPayingFamilies } from "./paying-families";
import type { AgentGrid } from "./read-grid";

/** Days of a unit that cost a family the same: one child, late or not, one quotient. */
interface YearCase {
  readonly familyId: number;
  readonly childId: number;
  readonly activityId: number;
  readonly unitId: number;
  readonly late: boolean;
  /** One of them: which one does not matter. */
  readonly day: Day;
  readonly days: number;
  /** What their reservations keep, where they have a price. */
  readonly kept: number;
}

export interface Replay {
  readonly since: Day;
  readonly until: Day;
  readonly impact: Impact;
  /** What the year's reservations cost as they were validated. */
  readonly kept: Cents;
  /** How many cases the engine priced. */
  readonly cases: number;
}

/**
 * The reservations of the twelve months up to `today`, priced by two grids. "Before" is not what they
 * were validated for but the compared grid applied to the same year, so that only the grids differ. Two
 * statements, whatever the number of reservations; each distinct case is priced once.
 */
export async function replayYear(
  _agent: Authorized<"manage-tariffs">,
  draft: AgentGrid,
  compared: AgentGrid,
  today: Day,
): Promise<Replay> {
  const since = addDays(addMonths(today, -12), 1);
  const year = await readYear(since, today);
  const families = await readPayingFamilies(prisma, [...new Set(year.map((c) => c.familyId))]);
  const before = pricer(compared.version.grid, draft);
  const after = pricer(draft.version.grid, draft);
  const cases = year.flatMap((one): ReplayedCase[] => {
    const family = families.get(one.familyId);
    if (!family) return [];
    const payer = payerOn(family, one.childId, one.day);
    return [{ ...one, before: before(one, payer), after: after(one, payer) }];
  });
  const quotientOf = (familyId: number) => {
    const family = families.get(familyId);
    return (family && quotientOn(family, today)?.quotientFamilial) ?? null;
  };
  return {
    since,
    until: today,
    impact: impactOf(cases, quotientOf, usualBounds(draft.version.grid)),
    kept: cents(year.reduce((sum, { kept }) => sum + kept, 0)),
    cases: year.length,
  };
}

async function readYear(since: Day, until: Day): Promise<YearCase[]> {
  const rows = await readRows<Omit<YearCase, "day"> & { day: string }>(prisma, "readYear")`
    WITH quotient AS (
      SELECT "familyId", "firstDay",
        lead("firstDay", 1, 'infinity') OVER (PARTITION BY "familyId" ORDER BY "firstDay") AS next
      FROM "FamilyQuotient"
    ), due AS (
      SELECT r."familyId", r."inscriptionId", r."unitId", r.late, r.day, r."priceId"
      FROM "Reservation" r
      WHERE r.day BETWEEN ${since}::date AND ${until}::date AND ${isDue(Prisma.sql`r.state`)}
      UNION ALL
      SELECT e."familyId", e."inscriptionId", e."unitId", FALSE, e.day, e."priceId"
      FROM "LedgerEntry" e JOIN "Unit" u ON u.id = e."unitId"
      WHERE u."chargedOnce" AND e.day BETWEEN ${since}::date AND ${until}::date AND ${standsInLedger}
        AND EXISTS (SELECT FROM "Reservation" r
          WHERE r."inscriptionId" = e."inscriptionId" AND r."familyId" = e."familyId"
            AND ${isDue(Prisma.sql`r.state`)})
    )
    SELECT d."familyId", i."childId", u."activityId", d."unitId", d.late, min(d.day)::text AS day,
      count(*)::int AS days, coalesce(sum(p.amount), 0)::float8 AS kept
    FROM due d
    JOIN "Inscription" i ON i.id = d."inscriptionId"
    JOIN "Unit" u ON u.id = d."unitId"
    LEFT JOIN "Price" p ON p.id = d."priceId"
    LEFT JOIN quotient q ON q."familyId" = d."familyId" AND q."firstDay" <= d.day AND d.day < q.next
    GROUP BY d."familyId", i."childId", u."activityId", d."unitId", d.late, q."firstDay"`;
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

type Asked = Pick<YearCase, "unitId" | "late">;

/** Prices with one grid; families that pay alike are priced once. */
function pricer(
  version: TariffVersion,
  { units, categories }: AgentGrid,
): (asked: Asked, payer: Payer) => Cents | null {
  const known = new Map<string, Cents | null>();
  return (asked, payer) => {
    const key = JSON.stringify([asked.unitId, asked.late, Object.values(payer)]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const priced = priceIn(version, { units, categories }, asked, payer);
    const amount = priced.ok ? priced.value.amount : null;
    known.set(key, amount);
    return amount;
  };
}

/** The brackets of quotient by which most of a grid's cells are cut: those that agents think in. */
function usualBounds({ rules }: TariffVersion): number[] {
  const counts = new Map<string, number>();
  for (const { rule } of rules) {
    const bounds = boundsOf([rule]).join(" ");
    if (bounds !== "") counts.set(bounds, (counts.get(bounds) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? most[0].split(" ").map(Number) : [0];
}

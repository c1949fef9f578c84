import "server-only";
import { day } from "@/lib/domain/day";
import { parseReduction } from "@/lib/domain/tariff/reduction";
import { parsePriceRule } from "@/lib/domain/tariff/rule";
import type {
  PricedUnit,
  TariffCategory,
  Tariffs,
  TariffVersion,
  UnknownQuotient,
} from "@/lib/domain/tariff/version";
import { Prisma } from "@/lib/generated/prisma/client";

/** What the fragments below give, as JSON. */
export interface TariffRows {
  readonly versions: VersionRow[];
  readonly categories: TariffCategory[];
  readonly units: PricedUnit[];
}

export interface VersionRow {
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly unknownQuotient: UnknownQuotient;
  readonly reductions: unknown[];
  readonly rules: { unitId: number; categoryId: number; rule: unknown }[];
}

/** Versions (v) with those of their rules (r) that are asked for, oldest first, as a JSON array. */
export function versionsSql(ofVersions: Prisma.Sql, ofRules: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', v.name,
      'from', v."validFrom", 'to', v."validTo", 'unknownQuotient', v."unknownQuotient",
      'reductions', v.reductions, 'rules', (
        SELECT coalesce(json_agg(json_build_object('unitId', r."unitId",
          'categoryId', r."categoryId", 'rule', r.rule)), '[]')
        FROM "TariffRule" r WHERE r."versionId" = v.id AND ${ofRules})) ORDER BY v."validFrom"), '[]')
    FROM "TariffVersion" v WHERE ${ofVersions})`;
}

export const categoriesSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', c.id,
    'label', c.label, 'explanation', c.explanation, 'pai', c.pai,
    'residence', c.residence) ORDER BY c.position), '[]')
  FROM "TariffCategory" c)`;

/** Every unit of the town, agents' units too: they are what a late or PAI reservation is priced by. */
export const pricedUnitsSql = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', u.id,
    'activityId', u."activityId", 'label', u.label, 'chargedOnce', u."chargedOnce",
    'lateUnitId', (SELECT min(l.id) FROM "Unit" l WHERE l."lateUnitOfId" = u.id),
    'paiUnitId', (SELECT min(p.id) FROM "Unit" p WHERE p."paiUnitOfId" = u.id)
  ) ORDER BY a.position, u.position), '[]')
  FROM "Unit" u JOIN "Activity" a ON a.id = u."activityId")`;

export function tariffsOf(rows: TariffRows): Tariffs {
  return {
    versions: rows.versions.map(versionOf),
    categories: rows.categories,
    units: rows.units,
  };
}

/** A rule that cannot be read is a fault of the data: never a price by accident. */
export function versionOf({ from, to, reductions, rules, ...row }: VersionRow): TariffVersion {
  return {
    ...row,
    from: day(from),
    to: to === null ? null : day(to),
    reductions: reductions.map((json) => read(row.name, json, parseReduction(json))),
    rules: rules.map(({ unitId, categoryId, rule }) => ({
      unitId,
      categoryId,
      rule: read(row.name, rule, parsePriceRule(rule)),
    })),
  };
}

function read<V>(version: string, json: unknown, value: V | null): V {
  if (value === null) throw new Error(`${version}: unreadable ${JSON.stringify(json)}`);
  return value;
}

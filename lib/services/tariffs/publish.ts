import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed } from "@/lib/commit";
import { dayToDate, instantToDate, prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import { day, dayOf, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import { gridFaults, isComplete } from "@/lib/domain/tariff/completeness";
import {
  publicationOn,
  type PublicationRefusal,
  type PublishedPeriod,
} from "@/lib/domain/tariff/publication";
import type { PricedUnit, TariffCategory } from "@/lib/domain/tariff/version";
import { closeGate } from "./bookings-gate";
import { lockTariffDraft, type DraftRefusal } from "./lock-tariffs";
import { countOfSums, followPrices } from "./follow-prices";
import { countFollowing, readFollowing, type FollowingCounts } from "./price-setting";
import { tellPrices } from "./tell-prices";
import { categoriesSql, pricedUnitsSql } from "./tariff-rows";

export interface VersionToPublish {
  readonly versionId: number;
  /** Which the agent saw. */
  readonly revision: number;
  readonly from: Day;
  readonly idempotencyKey: string;
}

export interface Published {
  /** Reservations that had no price, and have one now. */
  readonly priced: number;
  /** Those that had another price, and the families who were told. */
  readonly repriced: number;
  readonly families: number;
}

type PublishRefusal = DraftRefusal | PublicationRefusal | "tariff-incomplete";

/**
 * Puts a complete draft in force from a day on, for good: the version in force until then ends there,
 * reservations from that day on take its price, those that had none get one, and each family whose prices
 * are others is told once, all in one commit. Of two agents one publishes.
 */
export async function publishVersion(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...payload }: VersionToPublish,
): Promise<Result<Published, PublishRefusal | "key-reused">> {
  const { versionId, revision, from } = payload;
  return commit(
    {
      accountId: ctx.proof.accountId,
      now: ctx.now,
      idempotency: { key, payload },
      mostMs: LONGEST,
    },
    async (tx): Promise<Result<Committed<Published>, PublishRefusal>> => {
      await closeGate(tx);
      const draft = await lockTariffDraft(tx, versionId, revision);
      if (!draft.ok) return draft;
      const town = await readTown(tx);
      if (!isComplete(gridFaults(draft.value, town))) return refused("tariff-incomplete");
      const place = publicationOn(town.published, from, dayOf(ctx.moment));
      if (!place.ok) return place;
      const { endsId } = place.value;
      if (endsId !== null)
        await tx.tariffVersion.update({
          where: { id: endsId },
          data: { validTo: dayToDate(from) },
        });
      await tx.tariffVersion.update({
        where: { id: versionId },
        data: {
          state: "published",
          validFrom: dayToDate(from),
          publishedAt: instantToDate(ctx.now),
        },
      });
      const today = dayOf(ctx.moment);
      const { priced, sums } = await followPrices(tx, {
        at: ctx.now,
        today,
        change: { cause: "newTariff", days: { from, to: null }, whose: "town" },
      });
      const reason = { kind: "newTariff", name: draft.value.name, from } as const;
      const effects = { priced, ...countOfSums(sums) };
      return done({
        value: effects,
        events: [
          {
            kind: "tariff-published",
            familyId: null,
            subject: `tariff ${versionId}`,
            data: { from, endsId, ...effects },
          },
        ],
        emails: await tellPrices(tx, sums, reason, today),
      });
    },
  );
}

/** In milliseconds: a large town holds a hundred thousand reservations when its prices of the year come. */
const LONGEST = 60_000;

interface TownRow {
  readonly units: PricedUnit[];
  readonly categories: TariffCategory[];
  readonly published: { id: number; from: string; to: string | null }[];
}

async function readTown(
  db: Reader,
): Promise<Omit<TownRow, "published"> & { published: PublishedPeriod[] }> {
  const [row] = await readRows<TownRow>(db, "readTown")`
    SELECT ${pricedUnitsSql} AS units, ${categoriesSql} AS categories,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'from', v."validFrom", 'to', v."validTo")), '[]')
       FROM "TariffVersion" v WHERE v.state = 'published') AS published`;
  if (!row) throw new Error("A statement without a table always has one row");
  const published = row.published.map(({ id, from, to }) => ({
    id,
    from: day(from),
    to: to === null ? null : day(to),
  }));
  return { ...row, published };
}

/** What publishing from a day on would do: said before the agent confirms. */
export interface Foreseen extends FollowingCounts {
  /** The version that would end, if any. */
  readonly endsId: number | null;
}

/** What publishing would do, or why that day is not possible. Three statements. */
export async function foreseePublication(
  _agent: Authorized<"manage-tariffs">,
  from: Day,
  today: Day,
): Promise<Result<Foreseen, PublicationRefusal>> {
  const { published } = await readTown(prisma);
  const place = publicationOn(published, from, today);
  if (!place.ok) return place;
  const [row] = await readRows<FollowingCounts>(prisma, "foreseePublication")`
    SELECT ${countFollowing(await readFollowing(prisma), from)}
    FROM "Reservation" r WHERE r.day >= ${from}::date`;
  if (!row) throw new Error("A count always has one row");
  return done({ ...place.value, ...row });
}

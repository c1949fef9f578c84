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
import { priceUnpriced } from "./price-unpriced";
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
}

type PublishRefusal = DraftRefusal | PublicationRefusal | "tariff-incomplete";

/**
 * Puts a complete draft in force from a day on, for good: the version in force until then ends there,
 * and reservations that had no price get theirs, all in one commit. Of two agents one publishes.
 */
export async function publishVersion(
  ctx: ActionContext<Authorized<"manage-tariffs">>,
  { idempotencyKey: key, ...payload }: VersionToPublish,
): Promise<Result<Published, PublishRefusal | "key-reused">> {
  const { versionId, revision, from } = payload;
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
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
      const priced = await priceUnpriced(tx, ctx.now);
      return done({
        value: { priced },
        events: [
          {
            kind: "tariff-published",
            familyId: null,
            subject: `tariff ${versionId}`,
            data: { from, endsId, priced },
          },
        ],
      });
    },
  );
}

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
export interface Foreseen {
  /** The version that would end, if any. */
  readonly endsId: number | null;
  /** Reservations from that day on that keep the price that they have. */
  readonly kept: number;
  /** Those that have none, and would get theirs. */
  readonly unpriced: number;
}

/** What publishing would do, or why that day is not possible. Two statements. */
export async function foreseePublication(
  _agent: Authorized<"manage-tariffs">,
  from: Day,
  today: Day,
): Promise<Result<Foreseen, PublicationRefusal>> {
  const { published } = await readTown(prisma);
  const place = publicationOn(published, from, today);
  if (!place.ok) return place;
  const [row] = await readRows<Omit<Foreseen, "endsId">>(prisma, "foreseePublication")`
    SELECT count(r."priceId")::int AS kept, (count(*) - count(r."priceId"))::int AS unpriced
    FROM "Reservation" r WHERE r.day >= ${from}::date`;
  return done({ ...place.value, kept: row?.kept ?? 0, unpriced: row?.unpriced ?? 0 });
}

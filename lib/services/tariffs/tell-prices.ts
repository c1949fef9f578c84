import "server-only";
import type { EmailMessage, Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import type { Day } from "@/lib/domain/day";
import { grouped } from "@/lib/domain/grouped";
import { cents } from "@/lib/domain/money";
import { unbilledFrom } from "@/lib/domain/tariff/following";
import { pricesChanged, type PricesReason } from "@/lib/emails/prices-changed";
import { someRight } from "@/lib/services/child-rights";
import type { RepricedSum } from "@/lib/services/places/reprice-places";
import { homeUrl } from "@/lib/urls";
import { town } from "@/town/town";

/** Who is written to, and how children and activities are named to the family. */
interface Addressee {
  readonly familyId: number;
  readonly guardians: readonly { readonly to: string; readonly firstName: string }[];
  /** Those whom the family may still see. */
  readonly children: readonly { readonly id: number; readonly firstName: string }[];
}

/**
 * One message for each family whose prices are others, to each guardian who can be written to. Two
 * statements, whatever the number of families.
 */
export async function tellPrices(
  tx: Tx,
  sums: readonly RepricedSum[],
  reason: PricesReason,
  today: Day,
): Promise<EmailMessage[]> {
  const byFamily = new Map(grouped(sums, ({ familyId }) => familyId));
  if (byFamily.size === 0) return [];
  const addressees = await readAddressees(tx, [...byFamily.keys()]);
  const activities = await tx.activity.findMany({ select: { id: true, label: true } });
  const labels = new Map(activities.map(({ id, label }) => [id, label]));
  return addressees.flatMap(({ familyId, guardians, children }) => {
    const names = new Map(children.map(({ id, firstName }) => [id, firstName]));
    const its = byFamily.get(familyId) ?? [];
    const priced = grouped(its, ({ childId }) => childId).map(([childId, rows]) => ({
      name: names.get(childId) ?? null,
      activities: rows.map(({ activityId, places, before, after }) => ({
        label: labels.get(activityId) ?? "",
        places,
        before: cents(before),
        after: cents(after),
      })),
    }));
    return guardians.map((guardian) =>
      pricesChanged({
        ...guardian,
        replyTo: town.department.email,
        reason: namedTo(
          reason,
          priced.map(({ name }) => name),
        ),
        children: priced,
        since: unbilledFrom(today),
        url: homeUrl(),
        town: town.mail.senderName,
      }),
    );
  });
}

/** A child whom the family may no longer see is not named in the reason, either. */
function namedTo(reason: PricesReason, names: readonly (string | null)[]): PricesReason {
  return reason.kind === "newCategory" && !names.includes(reason.childName)
    ? { ...reason, childName: null }
    : reason;
}

/** Each address once: an account's, else the one that the file names. */
async function readAddressees(tx: Tx, familyIds: readonly number[]): Promise<Addressee[]> {
  return readRows<Addressee>(tx, "readAddressees")`
    SELECT f.id AS "familyId",
      (SELECT coalesce(json_agg(json_build_object('to', g."to", 'firstName', g."firstName") ORDER BY g.id), '[]')
       FROM (SELECT DISTINCT ON (lower(known."to")) known.* FROM (
           SELECT g.id, g."firstName", CASE WHEN a.active THEN a.email ELSE g.email END AS "to"
           FROM "Guardian" g LEFT JOIN "Account" a ON a.id = g."accountId"
           WHERE g."familyId" = f.id) known
         WHERE known."to" IS NOT NULL ORDER BY lower(known."to"), known.id) g) AS guardians,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'firstName', c."firstName")), '[]')
       FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId"
       WHERE fc."familyId" = f.id AND ${someRight}) AS children
    FROM "Family" f WHERE f.id = ANY(${[...familyIds]}::int[]) ORDER BY f.id`;
}

import "server-only";
import { createHash } from "node:crypto";
import type { Price, PriceLine } from "@/lib/domain/tariff/price";
import { Prisma } from "@/lib/generated/prisma/client";

/** A row of "Price": what a reservation keeps. */
interface KeptPrice {
  readonly id: string;
  readonly versionId: number;
  readonly categoryId: number;
  readonly unitId: number;
  readonly amount: number;
  readonly lines: readonly PriceLine[];
}

/** The row that keeps a price. Its id is drawn from its content: the same price is one row for the town. */
function keptPrice({ versionId, categoryId, unitId, amount, lines }: Price): KeptPrice {
  const content = JSON.stringify([versionId, categoryId, unitId, amount, lines]);
  const hex = createHash("sha256").update(content).digest("hex");
  // The version and variant of a UUID made by an application (RFC 9562, version 8).
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
  return { id, versionId, categoryId, unitId, amount, lines };
}

/** The rows that keep the prices of one write: a handful, whatever the number of dates. */
export class KeptPrices {
  private readonly byPrice = new Map<Price, KeptPrice>();

  /** The id under which the price is kept. */
  idOf(price: Price): string {
    const known = this.byPrice.get(price) ?? keptPrice(price);
    this.byPrice.set(price, known);
    return known.id;
  }

  /** In one order, so that two sendings never wait for each other. */
  rows(): KeptPrice[] {
    const byId = new Map([...this.byPrice.values()].map((row) => [row.id, row]));
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/**
 * The parts of a statement that keep the prices of one write: `price`, what they are, and `kept`, which writes
 * those that the town has not yet.
 */
export const keptPricesSql = (kept: KeptPrices) => Prisma.sql`
  price AS MATERIALIZED (
    SELECT * FROM json_to_recordset(${JSON.stringify(kept.rows())}::json) AS p(id uuid,
      "versionId" int, "categoryId" int, "unitId" int, amount int, lines jsonb)
  ), kept AS (
    INSERT INTO "Price" (id, "versionId", "categoryId", "unitId", amount, lines)
    SELECT id, "versionId", "categoryId", "unitId", amount, lines FROM price
    ON CONFLICT DO NOTHING
  )`;

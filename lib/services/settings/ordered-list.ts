import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { Prisma } from "@/lib/generated/prisma/client";
import { stampOf } from "./stamp";

/** The town's lists that agents put in order. */
export type OrderedList =
  | "AuthorizationType"
  | "Diet"
  | "SupportingDocumentType"
  | "Activity"
  | "Unit"
  | "InfoPage"
  | "AnswerTemplate";

/** What agents set line by line, in an order or not. */
export type SettingTable = OrderedList | "Department" | "Establishment" | "Group" | "News";

const tables: Readonly<Record<SettingTable, Prisma.Sql>> = {
  AnswerTemplate: Prisma.sql`"AnswerTemplate"`,
  AuthorizationType: Prisma.sql`"AuthorizationType"`,
  Diet: Prisma.sql`"Diet"`,
  SupportingDocumentType: Prisma.sql`"SupportingDocumentType"`,
  Activity: Prisma.sql`"Activity"`,
  Department: Prisma.sql`"Department"`,
  Establishment: Prisma.sql`"Establishment"`,
  Unit: Prisma.sql`"Unit"`,
  Group: Prisma.sql`"Group"`,
  InfoPage: Prisma.sql`"InfoPage"`,
  News: Prisma.sql`"News"`,
};

/** Writers of a list wait for each other; those who read it, or answer what it asks, for nobody. */
export async function lockSettings(tx: Tx, table: SettingTable): Promise<void> {
  await tx.$executeRaw`LOCK TABLE ${tables[table]} IN SHARE ROW EXCLUSIVE MODE`;
}

/** Stands for the order of a list: its ids, first to last. */
export function orderStamp(ids: readonly number[]): string {
  return stampOf(ids);
}

/** The ids of the list in which a line stands, in its order: a unit's is that of its activity. */
export async function listIds(tx: Tx, list: OrderedList, id: number): Promise<number[]> {
  const among =
    list === "Unit"
      ? Prisma.sql`WHERE "activityId" = (SELECT "activityId" FROM "Unit" WHERE id = ${id})`
      : Prisma.empty;
  const rows = await readRows<{ id: number }>(tx, "listIds")`
    SELECT id FROM ${tables[list]} ${among} ORDER BY position, id`;
  return rows.map((row) => row.id);
}

/** Where what is added goes: after the last. */
export async function lastPosition(tx: Tx, list: OrderedList): Promise<number> {
  const [row] = await readRows<{ last: number }>(tx, "lastPosition")`
    SELECT coalesce(max(position), 0)::int AS last FROM ${tables[list]}`;
  return row?.last ?? 0;
}

/** Numbers a list from 1 in this order. */
export async function writeOrder(tx: Tx, list: OrderedList, ids: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE ${tables[list]} t SET position = o.rank
    FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS o(id, rank) WHERE t.id = o.id`;
}

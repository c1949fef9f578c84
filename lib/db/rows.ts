import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Who reads with SQL: the client, or a transaction. */
export type Reader = Pick<Prisma.TransactionClient, "$queryRaw">;

/** What tests put here compares the rows of a statement with the type that its reader named (ADR 0023). */
const tested = globalThis as typeof globalThis & {
  preauRowCheck?: (statement: string, rows: readonly unknown[]) => void;
};

/**
 * The only way to read with SQL: readRows<Row>(db, "name")`SELECT …`, of the type between the angles. Each statement has a name of
 * its own, which a fault of its rows says. A row is what the driver gives: int and float columns are numbers,
 * dates and timestamps a Date (`::text` gives the day), bigint and numeric neither (`::int`, `::float8`);
 * within JSON a date is a string. Tests compare every row with its type, and throw where it lies; in service
 * nothing is compared.
 */
export function readRows<Row extends object = object>(db: Reader, statement: string) {
  return async (sql: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    const found = await db.$queryRaw<Row[]>(sql, ...values);
    tested.preauRowCheck?.(statement, found);
    return found;
  };
}

import "server-only";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { parseDay, type Instant } from "@/lib/domain/day";
import type { FamilyField } from "@/lib/domain/family-file";
import { isHealthField, openLine, writeHealth, type Health } from "./sealed-health";

/** A line that has just been accepted. */
export interface AcceptedLine {
  readonly field: FamilyField;
  readonly now: string | null;
  /** Of health only. */
  readonly sealed: Uint8Array | null;
}

/**
 * Makes accepted lines of a request about the file true: writes their new values to its guardian or its
 * child, health sealed. A guardian with an account gets them in both families. The lines' states, the
 * request's and its timeline are the caller's. Call it in their transaction, once whom the request is
 * about is locked (`lockFiling`, `lockFileSubject`). An e-mail address is written to the guardian only:
 * that of an account changes by its own confirmation. Two to four statements.
 */
export async function applyFileChanges(
  tx: Tx,
  request: {
    readonly id: string;
    readonly childId: number | null;
    readonly guardianId: number | null;
  },
  lines: readonly AcceptedLine[],
  now: Instant,
): Promise<void> {
  const values: Partial<Record<FamilyField, string | null>> = {};
  const health: Partial<Record<keyof Health, string | null>> = {};
  for (const line of lines) {
    if (!isHealthField(line.field)) values[line.field] = line.now;
    else if (line.sealed) health[line.field] = openLine(request.id, line.field, line.sealed).now;
  }
  if (request.guardianId !== null) await writeGuardian(tx, request.guardianId, values);
  if (request.childId === null) return;
  await writeChild(tx, request.childId, values);
  await writeHealth(tx, request.childId, health, now);
}

type Values = Readonly<Partial<Record<FamilyField, string | null>>>;

/** The person's row, or rows: one in each family. */
async function writeGuardian(tx: Tx, id: number, values: Values): Promise<void> {
  const { accountId } = await tx.guardian.findUniqueOrThrow({
    where: { id },
    select: { accountId: true },
  });
  const columns = ["address", "phone", "otherPhone", "email"] as const;
  await tx.guardian.updateMany({
    where: accountId === null ? { id } : { accountId },
    data: chosen(columns, values),
  });
}

async function writeChild(tx: Tx, id: number, values: Values): Promise<void> {
  const columns = ["school", "schoolClass", "diet", "insurer", "insurancePolicy"] as const;
  const { insuranceValidUntil: until } = values;
  const day = until ? parseDay(until) : null;
  const data = {
    ...chosen(columns, values),
    ...(until === undefined ? {} : { insuranceValidUntil: day && dayToDate(day) }),
  };
  if (Object.keys(data).length > 0) await tx.child.updateMany({ where: { id }, data });
}

/** The columns that are among the values. */
function chosen<C extends FamilyField>(
  columns: readonly C[],
  values: Values,
): Partial<Record<C, string | null>> {
  const found: Partial<Record<C, string | null>> = {};
  for (const column of columns) {
    const value = values[column];
    if (value !== undefined) found[column] = value;
  }
  return found;
}

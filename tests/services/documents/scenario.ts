import { prisma } from "@/lib/db";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { readFamilyDocument } from "@/lib/services/documents/list";
import { unitOf } from "@/tests/support/builders/activity";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { someReservations, type ReservationSpec } from "@/tests/support/builders/reservation";
import { guardianContext, type Duponts } from "@/tests/support/duponts";

export const at = "2026-11-22T10:00";
export const key = () => crypto.randomUUID();

export const parentOf = (family: BuiltFamily, guardian = 0) =>
  guardianContext(family, at, guardian);

export function childNamed({ family }: Duponts, firstName: "Léo" | "Lucas") {
  const child = family.children.find((one) => one.firstName === firstName);
  if (!child) throw new Error(`${firstName} is a child of the family`);
  return child;
}

export async function yearNamed(name: string): Promise<number> {
  return (await prisma.schoolYear.findUniqueOrThrow({ where: { name } })).id;
}

/** Léo's days of the school year 2026-2027, of an activity's only unit. */
export function reserve(
  { town, inscription, family }: Duponts,
  what: "RESTO" | "ETUDES",
  days: readonly string[],
  its: Partial<Pick<ReservationSpec, "state" | "family">> = {},
): Promise<void> {
  const activity = town.activities.get(what);
  if (!activity) throw new Error(`No activity ${what}`);
  const code = what === "RESTO" ? "RESTO_R_PREVERT" : "ETUDES_E_PREVERT";
  const row = {
    inscription: { id: inscription(code, "Léo", "2026-2027") },
    unit: unitOf(activity),
  };
  return someReservations(
    prisma,
    days.map((day) => ({ ...row, family, day, ...its })),
  );
}

/** What an issued document says, as its family reads it. */
export async function contentOf(
  family: BuiltFamily,
  issued: { ok: true; value: { code: string } } | { ok: false; refusal: string },
): Promise<DocumentContent> {
  if (!issued.ok) throw new Error(issued.refusal);
  const document = await readFamilyDocument(parentOf(family).proof, issued.value.code);
  if (!document) throw new Error("An issued document is the family's");
  return document.content;
}

/** Each row of a document's table: its group, its name, its value. */
export function rowsOf({ table }: DocumentContent): string[][] {
  return (table?.groups ?? []).flatMap(({ name, rows }) =>
    rows.map((row) => [name, row.name, row.value]),
  );
}

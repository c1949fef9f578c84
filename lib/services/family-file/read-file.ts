import "server-only";
import { createHash } from "node:crypto";
import type { AuthorizedFamily } from "@/lib/auth";
import { healthOfOwn } from "@/lib/auth/health-proof";
import { prisma } from "@/lib/db";
import { type Reader, readRows } from "@/lib/db/rows";
import { day, type Day, type Instant } from "@/lib/domain/day";
import {
  familyFields,
  fieldRules,
  shownFields,
  type FamilyField,
  type FieldFacts,
  type FieldRule,
  type FieldRules,
} from "@/lib/domain/family-file";
import { Prisma } from "@/lib/generated/prisma/client";
import { someRight } from "@/lib/services/child-rights";
import type { FileField, WaitingChange } from "./file-field";
import { readHealth } from "./health";

interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
}

/** A guardian as the family sees it: the fields that the town shows, with what waits. */
export interface GuardianFile extends Person {
  /** Who is reading. */
  readonly isMe: boolean;
  /** Whoever has an account changes the own e-mail address alone, by a confirmation. */
  readonly hasAccount: boolean;
  readonly fields: readonly FileField[];
}

/** A child as the family sees it; `fields` null: a court order keeps its file from this family. */
export interface ChildFile extends Person {
  readonly birthDate: Day | null;
  /** Without health, which `readChildFields` adds. */
  readonly fields: readonly FileField[] | null;
}

export interface FamilyFile {
  readonly rules: FieldRules;
  /** The town's list, in its order. */
  readonly diets: readonly string[];
  readonly guardians: readonly GuardianFile[];
  readonly children: readonly ChildFile[];
}

interface Stored {
  readonly values: Readonly<Record<string, string | null>>;
  readonly waiting: readonly (WaitingChange & { readonly field: FamilyField })[];
}

interface Row {
  rules: readonly (FieldRule & { readonly field: FamilyField })[];
  diets: readonly string[];
  guardians: readonly (Omit<GuardianFile, "fields"> & Stored)[];
  children: readonly (Person & { birthDate: string | null; stored: Stored | null })[];
}

/** The lines that wait (l, of request q) as a JSON array; `where` is on q. */
const waitingLines = (from: Prisma.Sql, where: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('field', l.field, 'value', l.now, 'requestId', q.id,
    'requestNumber', q.number, 'familyId', q."familyId")), '[]')
  FROM ${from} JOIN "FamilyFileChange" l ON l."requestId" = q.id
  WHERE q.state = 'pending' AND l.state = 'pending' AND l.sealed IS NULL AND ${where})`;

/**
 * The family's file without health: its guardians and its children, by what the town shows. What waits of
 * the reader's own fields is shown whichever of the own two families asked for it; of a child, whichever
 * home did. One statement.
 */
export async function readFamilyFile(
  { familyId, accountId }: AuthorizedFamily,
  db: Reader = prisma,
): Promise<FamilyFile> {
  const [row] = await readRows<Row>(db, "readFamilyFile")`
    SELECT (SELECT coalesce(json_agg(r), '[]') FROM "FamilyFieldRule" r) AS rules,
      (SELECT coalesce(json_agg(d.label ORDER BY d.position), '[]') FROM "Diet" d WHERE d.active) AS diets,
      (SELECT coalesce(json_agg(json_build_object('id', g.id, 'firstName', g."firstName",
          'lastName', g."lastName", 'isMe', coalesce(g."accountId" = ${accountId}::uuid, false),
          'hasAccount', g."accountId" IS NOT NULL, 'values', json_build_object('address', g.address,
          'phone', g.phone, 'otherPhone', g."otherPhone", 'email', g.email), 'waiting', ${waitingLines(
            Prisma.sql`"Guardian" o JOIN "ServiceRequest" q ON q."familyId" = o."familyId" AND q."guardianId" = o.id`,
            Prisma.sql`(o.id = g.id OR (o."accountId" = g."accountId" AND g."accountId" = ${accountId}::uuid))`,
          )}) ORDER BY g.id), '[]')
       FROM "Guardian" g WHERE g."familyId" = ${familyId}) AS guardians,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'firstName', c."firstName",
          'lastName', c."lastName", 'birthDate', CASE WHEN fc."maySeeFile" THEN c."birthDate" END,
          'stored', CASE WHEN fc."maySeeFile" THEN
          json_build_object('values', json_build_object('school', c.school, 'schoolClass', c."schoolClass",
          'diet', c.diet, 'insurer', c.insurer, 'insurancePolicy', c."insurancePolicy",
          'insuranceValidUntil', c."insuranceValidUntil"), 'waiting', ${waitingLines(
            Prisma.sql`"FamilyChild" o JOIN "ServiceRequest" q ON q."familyId" = o."familyId" AND q."childId" = o."childId"`,
            Prisma.sql`o."childId" = c.id`,
          )}) END) ORDER BY c.id), '[]')
       FROM "FamilyChild" fc JOIN "Child" c ON c.id = fc."childId"
       WHERE fc."familyId" = ${familyId} AND ${someRight}) AS children`;
  if (!row) throw new Error("A statement without FROM always has its row");
  const rules = fieldRules(row.rules);
  return {
    rules,
    diets: row.diets,
    guardians: row.guardians.map(({ values, waiting, ...guardian }) => ({
      ...guardian,
      fields: fieldsOf(rules, "guardian", { values, waiting }),
    })),
    children: row.children.map(({ stored, birthDate, ...child }) => ({
      ...child,
      birthDate: birthDate === null ? null : day(birthDate),
      fields: stored && fieldsOf(rules, "child", stored),
    })),
  };
}

function fieldsOf(
  rules: FieldRules,
  about: FieldFacts["about"],
  { values, waiting }: Stored,
): FileField[] {
  return shownFields(rules, about)
    .filter((field) => !familyFields[field].isHealth)
    .map((field) => {
      const line = waiting.find((one) => one.field === field);
      if (!line) return { field, value: values[field] ?? null, pending: null };
      const { field: _, ...pending } = line;
      return { field, value: values[field] ?? null, pending };
    });
}

/**
 * All the fields of a child that the town shows, health among them: that reading stands in the journal
 * (lib/services/family-file/health.ts). Null where this family may not see the child's file.
 */
export async function readChildFields(
  family: AuthorizedFamily,
  { rules }: FamilyFile,
  child: ChildFile,
  now: Instant,
  db: Reader = prisma,
): Promise<readonly FileField[] | null> {
  if (child.fields === null) return null;
  const shown = shownFields(rules, "child");
  if (!shown.some((field) => familyFields[field].isHealth)) return child.fields;
  const health = (await readHealth(healthOfOwn(family, [child.id]), now, db)).get(child.id);
  if (!health) return null;
  const all = [...child.fields, ...health];
  return shown.flatMap((field) => all.find((one) => one.field === field) ?? []);
}

/** Stands for these fields as they are: what was read is what is changed. */
export function stampOf(fields: readonly FileField[]): string {
  const facts = fields.map(({ field, value, pending }) => [
    field,
    value,
    pending && [pending.requestNumber, pending.value],
  ]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/** Whom the file lets one change: oneself, and a guardian of the family who has no account. */
export function mayChange({ isMe, hasAccount }: GuardianFile): boolean {
  return isMe || !hasAccount;
}

/**
 * The town's rules for one guardian: an account's e-mail address changes by its confirmation only, and
 * nobody has to invent one for a guardian who has no account.
 */
export function guardianRules(rules: FieldRules, { hasAccount }: GuardianFile): FieldRules {
  const { access } = rules.email;
  if (hasAccount && access !== "hidden")
    return { ...rules, email: { ...rules.email, access: "shown" } };
  if (access === "required") return { ...rules, email: { ...rules.email, access: "editable" } };
  return rules;
}

import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Reader } from "@/lib/db/rows";
import type { Instant } from "@/lib/domain/day";
import type { FieldRules } from "@/lib/domain/family-file";
import type { FileField } from "./file-field";
import { guardianRules, mayChange, readChildFields, readFamilyFile } from "./read-file";
import type { FileSubject } from "@/lib/services/service-requests/subject";

/** A guardian or child whose fields this guardian may change, as they stand. */
export interface FileTarget {
  readonly name: string;
  readonly firstName: string;
  readonly rules: FieldRules;
  readonly diets: readonly string[];
  readonly fields: readonly FileField[];
}

/** Null ("introuvable") whosever it may be. Two statements; for a child, health stands in the journal. */
export async function readFileTarget(
  family: AuthorizedFamily,
  { about, id }: FileSubject,
  now: Instant,
  db?: Reader,
): Promise<FileTarget | null> {
  const file = await readFamilyFile(family, db);
  const { diets } = file;
  if (about === "guardian") {
    const guardian = file.guardians.find((one) => one.id === id);
    if (!guardian || !mayChange(guardian)) return null;
    const { firstName, lastName, fields } = guardian;
    const rules = guardianRules(file.rules, guardian);
    return { name: `${firstName} ${lastName}`, firstName, rules, diets, fields };
  }
  const child = file.children.find((one) => one.id === id);
  const fields = child && (await readChildFields(family, file, child, now, db));
  if (!child || !fields) return null;
  const { firstName, lastName } = child;
  return { name: `${firstName} ${lastName}`, firstName, rules: file.rules, diets, fields };
}

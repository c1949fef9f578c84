import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import {
  familyFieldNames,
  fieldRules,
  mayBeExamined,
  type FamilyField,
  type FieldRule,
  type FieldRules,
} from "@/lib/domain/family-file";
import { done, refused, type Result } from "@/lib/domain/result";
import { changedSettings } from "./changed";
import { stampOf } from "./stamp";

export interface FieldSettings {
  readonly rules: FieldRules;
  readonly stamp: string;
}

/** What families see and change of their file, field by field. One statement. */
export async function readFieldSettings(
  _agent: Authorized<"manage-settings">,
  db: Pick<Tx, "familyFieldRule"> = prisma,
): Promise<FieldSettings> {
  const rules = fieldRules(await db.familyFieldRule.findMany());
  return { rules, stamp: stampOf(familyFieldNames.map((field) => words(rules[field]))) };
}

/** "editable, examined", for stamps and the journal. */
const words = ({ access, processing }: FieldRule) => `${access}, ${processing}`;

const inWords = (rules: FieldRules) =>
  Object.fromEntries(familyFieldNames.map((field) => [field, words(rules[field])]));

/** Saves every field's rule at once. Families' screens obey from then on. */
export async function saveFieldSettings(
  ctx: ActionContext<Authorized<"manage-settings">>,
  {
    idempotencyKey: key,
    ...input
  }: { readonly rules: FieldRules; readonly shown: string; readonly idempotencyKey: string },
): Promise<
  Result<{ changed: number }, "settings-changed" | "settings-unchanged" | "invalid" | "key-reused">
> {
  const payload = { rules: inWords(input.rules), shown: input.shown };
  return commit(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE "FamilyFieldRule" IN SHARE ROW EXCLUSIVE MODE`;
      const before = await readFieldSettings(ctx.proof, tx);
      if (before.stamp !== input.shown) return refused("settings-changed");
      if (familyFieldNames.some((field) => isWronglyExamined(input.rules, field)))
        return refused("invalid");
      const data = changedSettings(inWords(before.rules), inWords(input.rules));
      const changed = familyFieldNames.filter((field) => field in data);
      if (changed.length === 0) return refused("settings-unchanged");
      for (const field of changed) {
        const rule = input.rules[field];
        await tx.familyFieldRule.upsert({
          where: { field },
          create: { field, ...rule },
          update: rule,
        });
      }
      return done({
        value: { changed: changed.length },
        events: [
          { kind: "family-file-rules-changed", familyId: null, subject: "family file", data },
        ],
      });
    },
  );
}

function isWronglyExamined(rules: FieldRules, field: FamilyField): boolean {
  return rules[field].processing === "examined" && !mayBeExamined(field);
}

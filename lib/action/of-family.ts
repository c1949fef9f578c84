import "server-only";
import { type Actor, authorizeFamily, type AuthorizedFamily } from "@/lib/auth";
import { otherFamilySentence, type Refusal } from "@/lib/sentences";

/**
 * For what a guardian writes: `action({ ...ofTheFamilySent, … })`. The family is the one that the form,
 * the draft call or the upload names in its field `familyId`: the page that drew it knew for whom it was.
 * Never the one that the session shows at that moment: another tab may have switched it.
 */
export const ofTheFamilySent = {
  role: "guardian",
  family: "sent",
  authorize: (_actor: Actor, _input: unknown, family: AuthorizedFamily | null) => family,
} as const;

type FamilySent =
  | {
      readonly ok: true;
      readonly family: AuthorizedFamily;
      /** What else was sent: the form's own schema knows nothing of homes. */
      readonly rest: unknown;
    }
  | {
      readonly ok: false;
      readonly refusal: Extract<Refusal, "not-found" | "other-family">;
      readonly message?: string;
      readonly value?: unknown;
    };

/**
 * The proof for the family that was sent. "introuvable" where none was, or not one of the actor's;
 * "other-family" where the actor has switched to another since the form was drawn.
 */
export function familySent(actor: Actor | null, input: unknown): FamilySent {
  const familyId = familyIdOf(input);
  const family = authorizeFamily(actor, familyId);
  if (!actor || !family) return { ok: false, refusal: "not-found" };
  if (familyId === actor.familyId) return { ok: true, family, rest: withoutFamily(input) };
  const nameOf = (id: number | null) => actor.families.find((one) => one.id === id)?.name ?? "";
  return {
    ok: false,
    refusal: "other-family",
    message: otherFamilySentence(nameOf(familyId), nameOf(actor.familyId)),
    value: { familyId },
  };
}

function withoutFamily(input: unknown): unknown {
  const entries = Object.entries(input as object).filter(([name]) => name !== "familyId");
  return Object.fromEntries(entries);
}

function familyIdOf(input: unknown): number | null {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "familyId")) return null;
  const { familyId } = input as { familyId: unknown };
  const id = typeof familyId === "string" && /^\d{1,9}$/.test(familyId) ? +familyId : familyId;
  return typeof id === "number" && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Where somebody is told, whose form had no script to show the answer. Null: it is no such refusal. */
export function otherFamilyHref(refused: { refusal: Refusal; value?: unknown }): string | null {
  if (refused.refusal !== "other-family") return null;
  return `/autre-foyer?foyer=${familyIdOf(refused.value) ?? ""}`;
}

import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import { commit, type Committed, type Tx } from "@/lib/commit";
import { dateToDay, dayToDate } from "@/lib/db";
import type { ChildFacts, KnownPerson } from "@/lib/domain/person";
import { done, refused, type Result } from "@/lib/domain/result";
import { stampOf } from "@/lib/services/settings/stamp";
import { childrenAlike } from "./known-people";
import { lockFamily } from "./lock-family";

export interface ChildChange {
  readonly familyId: number;
  /** Null: one more child. */
  readonly child: {
    readonly id: number;
    /** The stamp of what the agent saw. */ readonly shown: string;
  } | null;
  readonly facts: ChildFacts;
  /** Where a child of that name, born that day, is known: it is this one (its second home), or another. */
  readonly known: "ask" | "same" | "other";
  readonly idempotencyKey: string;
}

type ChildRefusal = "not-found" | "child-known" | "child-changed" | "child-unchanged";

type ChildAnswer =
  | Result<{ id: number }, never>
  | {
      ok: false;
      refusal: ChildRefusal | "key-reused";
      /** Of "child-known": who it is. */
      value?: readonly KnownPerson[];
    };

/**
 * Adds a child to a family, or changes what is known of one for all its homes. A child that the town looks
 * to know already is asked about once: the same child comes into a second home, with its inscriptions.
 */
export async function saveChild(
  ctx: ActionContext<Authorized<"change-families">>,
  { idempotencyKey: key, ...payload }: ChildChange,
): Promise<ChildAnswer> {
  let alike: Awaited<ReturnType<typeof childrenAlike>> = [];
  const outcome = await commit<{ id: number }, ChildRefusal>(
    { accountId: ctx.proof.accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      if (!(await lockFamily(tx, payload.familyId))) return refused("not-found");
      if (payload.child !== null) return change(tx, payload, payload.child);
      if (payload.known !== "other") alike = await childrenAlike(tx, payload.facts);
      return add(tx, payload, alike);
    },
  );
  const isKnown = !outcome.ok && outcome.refusal === "child-known";
  return isKnown ? { ...outcome, value: alike.flatMap(({ homes }) => homes) } : outcome;
}

type Payload = Omit<ChildChange, "idempotencyKey">;
type Saved = Result<Committed<{ id: number }>, ChildRefusal>;

async function add(
  tx: Tx,
  { familyId, facts, known }: Payload,
  alike: Awaited<ReturnType<typeof childrenAlike>>,
): Promise<Saved> {
  const isHere = alike.some(({ homes }) => homes.some((home) => home.familyId === familyId));
  if (alike.length > 0 && (known === "ask" || isHere || alike.length > 1))
    return refused("child-known");
  const same = alike[0]?.id;
  if (same !== undefined) {
    await tx.familyChild.create({ data: { familyId, childId: same } });
    return done(saved(familyId, same, "child-joined", null, facts));
  }
  const { id } = await tx.child.create({
    data: { ...columnsOf(facts), families: { create: { familyId } } },
    select: { id: true },
  });
  return done(saved(familyId, id, "child-added", null, facts));
}

async function change(
  tx: Tx,
  { familyId, facts }: Payload,
  { id, shown }: NonNullable<ChildChange["child"]>,
): Promise<Saved> {
  const row = await tx.child.findFirst({ where: { id, families: { some: { familyId } } } });
  if (!row) return refused("not-found");
  const was = childFactsOf(row);
  if (stampOf(was) !== shown) return refused("child-changed");
  if (stampOf(facts) === shown) return refused("child-unchanged");
  await tx.child.update({ where: { id }, data: columnsOf(facts) });
  return done(saved(familyId, id, "child-changed", was, facts));
}

/** What is known of a child who may have no birth date yet. */
export type KnownChild = Omit<ChildFacts, "birthDate"> & {
  readonly birthDate: ChildFacts["birthDate"] | null;
};

/** The fields of a child in one order: what its stamp stands for. */
export function childFactsOf(
  row: Omit<ChildFacts, "birthDate"> & { readonly birthDate: Date | null },
): KnownChild {
  const { firstName, lastName, birthDate, school, schoolClass } = row;
  return { firstName, lastName, birthDate: birthDate && dateToDay(birthDate), school, schoolClass };
}

const columnsOf = (facts: ChildFacts) => ({ ...facts, birthDate: dayToDate(facts.birthDate) });

function saved(
  familyId: number,
  id: number,
  kind: "child-added" | "child-joined" | "child-changed",
  was: KnownChild | null,
  now: ChildFacts,
): Committed<{ id: number }> {
  return {
    value: { id },
    events: [
      { kind, familyId, subject: `child ${id}`, data: { was: was && { ...was }, now: { ...now } } },
    ],
  };
}

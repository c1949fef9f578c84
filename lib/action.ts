import "server-only";
import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { $ZodType, output as Output } from "zod/v4/core";
import { readForm } from "@/lib/action/form-data";
import { otherFamilyHref } from "@/lib/action/of-family";
import {
  registered,
  type Refused,
  type Registered,
  type WriteDefinition,
  type WriteRole,
  refusal,
  write,
} from "@/lib/action/write";
import { reportUnexpected } from "@/lib/report";

/**
 * What an action answers. A refusal has a French sentence to show; `fields` has one for each field
 * that is wrong, by its name ("email", "children.0.firstName").
 */
export type ActionResult<V> = { ok: true; value: V } | Refused;

/** One function, three ways to call it. */
export interface Action<V> {
  /** From a component: `await submit({ … })`. */
  (input: unknown): Promise<ActionResult<V>>;
  /** `<form action={…}>`: for what cannot be refused, or redirects. */
  (form: FormData): Promise<void>;
  /** `useActionState<ActionResult<V> | null, FormData>(…)`: works without JavaScript too. */
  (previous: ActionResult<V> | null, form: FormData): Promise<ActionResult<V>>;
}

export interface ActionDefinition<
  Role extends WriteRole,
  S extends $ZodType,
  P,
  V,
> extends WriteDefinition<Role, S, P, V> {
  /** Paths whose pages must be drawn again after a success. */
  revalidate?: (input: Output<S>, value: V) => string[];
  /** Where to go after a success. Path of this portal. */
  redirectTo?: (input: Output<S>, value: V) => string;
  /**
   * A refusal gives back what was typed to a page without JavaScript, which is drawn anew: it stands in
   * that page's text, so never for a form that asks for a password.
   */
  keepsTyped?: true;
}

/** Every action that has been loaded, by name: tests try each of them as everybody. */
export const registeredActions = new Map<string, Registered & { call: Action<unknown> }>();

/**
 * The only way to write from a page. In this order: who acts (read again from the database), what
 * is asked (the form's own schema; unknown fields are dropped), may they (mints the proof, or
 * "introuvable"), the service, then the pages to draw again. Expected outcomes are values; the
 * unexpected is logged without personal data and refused in plain words, so that a form keeps what was
 * typed; only a form that shows no answer throws it.
 */
export function action<Role extends WriteRole, S extends $ZodType, P, V>(
  def: ActionDefinition<Role, S, P, V>,
): Action<V> {
  const answer = async (
    input: unknown,
    hasPlace: boolean,
    isShown: boolean,
  ): Promise<ActionResult<V>> => {
    const givenBack = (outcome: Refused): Refused =>
      def.keepsTyped && hasPlace && !isShown
        ? { ...outcome, typed: input as Record<string, unknown> }
        : outcome;
    try {
      const outcome = await write(def, input);
      if (!outcome.ok) {
        const told = isShown ? null : otherFamilyHref(outcome);
        if (told !== null) redirect(told as Route);
        return givenBack(outcome);
      }
      for (const path of def.revalidate?.(outcome.input, outcome.value) ?? []) revalidatePath(path);
      if (def.redirectTo) redirect(def.redirectTo(outcome.input, outcome.value) as Route);
      return { ok: true, value: outcome.value };
    } catch (error) {
      unstable_rethrow(error);
      const reported = reportUnexpected(def.name, error);
      // A form without a place for an answer would say nothing: its page says that it failed.
      if (!hasPlace) throw reported;
      return givenBack(refusal("unexpected"));
    }
  };
  const call = (async (...given: unknown[]) => {
    const last = given.at(-1);
    if (!(last instanceof FormData)) return answer(given[0], true, true);
    const hasPlace = given.length > 1;
    return answer(readForm(last), hasPlace, hasPlace && (await isScripted()));
  }) as Action<V>;
  registeredActions.set(def.name, { ...registered(def), call: call as Action<unknown> });
  return call;
}

/**
 * Whether the page that asks is still there to show the answer. A browser without JavaScript gets the
 * page drawn anew instead: for the family shown by now, in which the refused form may not even exist.
 */
async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}

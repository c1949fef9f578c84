import type { RequestKind } from "./request-kind";

/** How long the reason of a refusal may be, in characters; a template is one. */
export const REASON_LENGTH = { least: 3, most: 500 } as const;

/** How long the name of a template may be. */
export const TEMPLATE_NAME = { least: 3, most: 60 } as const;

/** The kinds of request that agents refuse with a reason. Authorizations wait for nobody's answer. */
export const answeredKinds = [
  "reservations",
  "familyFile",
  "supportingDocuments",
] as const satisfies readonly RequestKind[];

export type AnsweredKind = (typeof answeredKinds)[number];

/** Those of the kinds given that are answered, each once and in one order. */
export function answeredAmong(kinds: readonly RequestKind[]): AnsweredKind[] {
  return answeredKinds.filter((kind) => kinds.includes(kind));
}

/**
 * A reason once a template is taken: what was typed stays, and the template follows it on its own line,
 * unless it is already there.
 */
export function withTemplate(typed: string, template: string): string {
  const kept = typed.trimEnd();
  if (kept.trim() === "") return template;
  return typed.includes(template) ? typed : `${kept}\n${template}`;
}

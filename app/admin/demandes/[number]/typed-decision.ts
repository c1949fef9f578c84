import type { ActionResult } from "@/lib/action";

/** What was sent, given back by a refusal: without JavaScript, it is all that is left of it. */
export interface TypedDecision {
  readonly lines: readonly string[];
  readonly reason: string;
  /** Of dates: that the capacity is exceeded, and why. */
  readonly over?: boolean;
  readonly overReason?: string;
}

export function typedDecision(answer: ActionResult<unknown> | null): TypedDecision | undefined {
  return answer?.ok === false ? (answer.value as TypedDecision | undefined) : undefined;
}

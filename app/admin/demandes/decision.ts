import type * as z from "zod/mini";
import { parseDay, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { Decision } from "@/lib/services/service-requests/decide";
import type { decisionSchema } from "./schema";

const REASON = { least: 3, most: 500 };

type DecisionProblem = "no-date-chosen" | "unknown-date" | "reason-missing" | "reason-too-long";

/** The form as a decision: some dates at least, that exist, and a reason for a refusal. */
export function readDecision(
  input: z.output<typeof decisionSchema>,
): Result<Decision, DecisionProblem> {
  const { decision, reason } = input;
  const all = input.all === "1";
  if (!all && input.lines.length === 0) return refused("no-date-chosen");
  const lines = input.lines.map(readLine).filter((line) => line !== null);
  if (lines.length !== input.lines.length) return refused("unknown-date");
  if (decision === "refuse" && reason.length < REASON.least) return refused("reason-missing");
  if (decision === "refuse" && reason.length > REASON.most) return refused("reason-too-long");
  return done({
    number: input.number,
    decision,
    lines: all ? "all" : lines,
    count: input.count,
    reason: decision === "refuse" ? reason : null,
    idempotencyKey: input.idempotencyKey,
  });
}

function readLine(text: string): { unitId: number; day: Day } | null {
  const [unitId, dayText] = text.split("|");
  const d = parseDay(dayText ?? "");
  return d === null ? null : { unitId: Number(unitId), day: d };
}

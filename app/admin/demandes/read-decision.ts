import type * as z from "zod/mini";
import { REASON_LENGTH } from "@/lib/domain/answer-template";
import { parseDay, type Day } from "@/lib/domain/day";
import { done, refused, type Result } from "@/lib/domain/result";
import type { Decision } from "@/lib/services/reservations/decide";
import type { FileDecision } from "@/lib/services/family-file/decide";
import type { DocumentDecision } from "@/lib/services/supporting-documents/decide";
import { lastDayName } from "./names";
import type { decisionSchema, documentDecisionSchema, fileDecisionSchema } from "./schema";

type ReasonProblem = "reason-missing" | "reason-too-long";
type DecisionProblem = "no-date-chosen" | "unknown-date" | "over-reason-missing" | ReasonProblem;

/** A refusal has a reason, which the family reads. */
function reasonProblem(decision: "accept" | "refuse", reason: string): ReasonProblem | null {
  if (decision === "accept") return null;
  if (reason.length < REASON_LENGTH.least) return "reason-missing";
  return reason.length > REASON_LENGTH.most ? "reason-too-long" : null;
}

/** The form as a decision: some dates at least, that exist, and a reason for a refusal. */
export function readDecision(
  input: z.output<typeof decisionSchema>,
): Result<Decision, DecisionProblem> {
  const others = input.decision === "accept-and-refuse" ? "refuse" : "wait";
  const decision = input.decision === "refuse" ? "refuse" : "accept";
  const all = input.all === "1";
  if (!all && input.lines.length === 0) return refused("no-date-chosen");
  const lines = input.lines.map(readLine).filter((line) => line !== null);
  if (lines.length !== input.lines.length) return refused("unknown-date");
  const isRefused = decision === "refuse" || others === "refuse";
  const problem = reasonProblem(isRefused ? "refuse" : "accept", input.reason);
  if (problem) return refused(problem);
  const isOver = input.over === "1" && decision === "accept";
  if (isOver && reasonProblem("refuse", input.overReason)) return refused("over-reason-missing");
  return done({
    number: input.number,
    decision,
    others,
    lines: all ? "all" : lines,
    count: input.count,
    reason: isRefused ? input.reason : null,
    overReason: isOver ? input.overReason : null,
    idempotencyKey: input.idempotencyKey,
  });
}

function readLine(text: string): { unitId: number; day: Day } | null {
  const [unitId, dayText] = text.split("|");
  const d = parseDay(dayText ?? "");
  return d === null ? null : { unitId: Number(unitId), day: d };
}

/** The same for lines of the file. */
export function readFileDecision(
  input: z.output<typeof fileDecisionSchema>,
): Result<FileDecision, "no-line-chosen" | ReasonProblem> {
  const problem =
    input.fields.length === 0 ? "no-line-chosen" : reasonProblem(input.decision, input.reason);
  return problem ? refused(problem) : done({ ...input, reason: keptReason(input) });
}

/** The same for documents; the dates are checked by the service. */
export function readDocumentDecision(
  input: z.output<typeof documentDecisionSchema>,
): Result<DocumentDecision, "no-document-chosen" | ReasonProblem> {
  const { number, decision, reason, idempotencyKey } = input;
  const problem =
    input.documents.length === 0 ? "no-document-chosen" : reasonProblem(decision, reason);
  if (problem) return refused(problem);
  const given: Readonly<Record<string, unknown>> = { ...input };
  const documents = input.documents.map((id) => {
    const day = given[lastDayName(id)];
    return { id, validUntil: typeof day === "string" ? parseDay(day) : null };
  });
  return done({ number, decision, documents, reason: keptReason(input), idempotencyKey });
}

const keptReason = ({ decision, reason }: { decision: string; reason: string }) =>
  decision === "refuse" ? reason : null;

import "server-only";
import type { LineState } from "@/lib/domain/service-request";
import { groupLines } from "./line-groups";
import type { LockedLine, LockedBookingRequest } from "./settle";

/** Settled lines in words, for an e-mail: "Journée, ajout : tous les mercredis, du … au … : 25 journées". */
export function settledSentences(
  { group, calendar }: LockedBookingRequest,
  lines: readonly LockedLine[],
  state: LineState,
): string[] {
  const alike = lines.map((line) => ({ ...line, state, undone: false }));
  return groupLines(alike, group, calendar).map(
    ({ change, unitLabel, sentence }) =>
      `${unitLabel}, ${change === "add" ? "ajout" : "retrait"}\u00a0: ${sentence}`,
  );
}

import fc from "fast-check";
import {
  decisionEffect,
  initialLineState,
  requestStateLabel,
  stateOfLines,
  type LineState,
} from "@/lib/domain/service-request";
import { aCell, inscriptionId, unitId } from "@/tests/support/booking";

const anyStates = fc.array(
  fc.constantFrom<LineState>("pending", "accepted", "refused", "withdrawn", "dropped"),
  { minLength: 1 },
);

test.each([
  [["accepted", "accepted"], "accepted"],
  [["refused"], "refused"],
  [["withdrawn", "withdrawn"], "withdrawn"],
  [["accepted", "refused"], "partlyAccepted"],
  [["accepted", "refused", "pending"], "pending"],
  [["accepted", "withdrawn"], "accepted"],
  [["refused", "withdrawn"], "refused"],
  [["accepted", "refused", "withdrawn"], "partlyAccepted"],
  [["dropped", "withdrawn"], "dropped"],
  [["accepted", "dropped"], "partlyAccepted"],
  [["refused", "dropped"], "refused"],
  [["pending", "dropped"], "pending"],
] as const)("lines %j make a request %s", (lines, state) => {
  expect(stateOfLines(lines)).toBe(state);
});

test("the order of the lines does not matter, and one that waits makes all wait", () => {
  fc.assert(
    fc.property(anyStates, (states) => {
      expect(stateOfLines([...states].reverse())).toBe(stateOfLines(states));
      expect(stateOfLines([...states, "pending"])).toBe("pending");
    }),
  );
});

test("the labels that families read", () => {
  expect(requestStateLabel).toEqual({
    pending: "En cours d’instruction",
    accepted: "Traitée positivement",
    partlyAccepted: "Traitée en partie",
    refused: "Refusée",
    withdrawn: "Retirée",
    dropped: "Sans suite",
  });
});

test("a line is accepted at once, or waits for an agent", () => {
  const cell = aCell(inscriptionId.leoCanteen, unitId.repas, "2025-09-02");
  const change = { cell, change: "add", from: "free" } as const;
  expect(initialLineState({ ...change, to: "reserved", effect: "atOnce" })).toBe("accepted");
  expect(initialLineState({ ...change, to: "pending", effect: "examined" })).toBe("pending");
});

test.each([
  ["add", "accept", "reserved"],
  ["add", "refuse", "free"],
  ["add", "withdraw", "free"],
  ["remove", "accept", "free"],
  ["remove", "refuse", "reserved"],
  ["remove", "withdraw", "reserved"],
] as const)("%s, %s: %s", (change, decision, effect) => {
  expect(decisionEffect(change, decision)).toBe(effect);
});

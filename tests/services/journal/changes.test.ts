// What the journal tells of what was written, and what it never does.
import { changesInWords } from "@/app/admin/journal/change-words";
import { eventSentence } from "@/app/admin/journal/words";
import { agentRoles } from "@/lib/domain/access";
import {
  anyEventInWords,
  eventInWords,
  familyJournalKinds,
  healthReadingKinds,
  journalGroups,
} from "@/lib/domain/journal-words";

test("a whole before and after is told field by field, only where it differs", () => {
  const was = { firstName: "Ana", phone: "06 12 34 56 78", email: null };
  expect(
    changesInWords("guardian-changed", { was, now: { ...was, phone: null, email: "ana@x.fr" } }),
  ).toEqual(["Téléphone\u00a0: 06 12 34 56 78 → rien", "Adresse électronique\u00a0: ana@x.fr"]);
});

test("settings and contacts tell each of their fields", () => {
  expect(
    changesInWords("activity-changed", {
      lateAdditions: { was: false, now: true },
      addCutOff: { was: { kind: "none" }, now: { kind: "daysBefore", days: 2 } },
      departmentId: { was: 1, now: 2 },
      unknownToUs: { was: 1, now: 2 },
    }),
  ).toEqual([
    "Ajouts hors délai\u00a0: non → oui",
    "Délai pour ajouter\u00a0: changé",
    "Service municipal\u00a0: changé",
  ]);
  expect(
    changesInWords("contact-changed", {
      numbers: [1],
      children: { was: [1], now: [1, 2] },
      fields: { lastName: { was: "Roux", now: "Roy" } },
    }),
  ).toEqual(["Nom\u00a0: Roux → Roy"]);
});

test("a category, a quotient, dates and roles are in words", () => {
  const category = { was: null, now: "Hors commune", priced: 3, repriced: 0 };
  expect(changesInWords("category-changed", category)).toEqual(["Catégorie\u00a0: Hors commune"]);
  const was = { quotientFamilial: 61_050, annualIncome: 2_000_000, residence: "inTown" };
  const now = { quotientFamilial: 72_000, annualIncome: 2_500_000, residence: "outOfTown" };
  expect(changesInWords("quotient-corrected", { was, now, reason: "secret" })).toEqual([
    "Quotient familial\u00a0: 610,50 → 720,00",
    "Revenus de l’année\u00a0: changé",
    "Domicile\u00a0: dans la commune → hors de la commune",
  ]);
  const dates = {
    was: { from: "2026-09-01", to: "2027-07-02" },
    now: { from: "2026-09-01", to: "2026-12-18" },
  };
  expect(changesInWords("inscription-changed", dates)).toEqual([
    "Au\u00a0: 02/07/2027 → 18/12/2026",
  ]);
  const [role] = agentRoles;
  const rights = { was: { role: "desk", scopes: [] }, now: { role, scopes: ["1/every"] } };
  expect(changesInWords("agent-rights-changed", rights)).toEqual([
    "Rôle\u00a0: Guichet → Administrateur",
    "Limites\u00a0: changé",
  ]);
});

test("health, messages, reasons and what has no words are never told", () => {
  const health = { was: { hasPai: "non", diet: "a" }, now: { hasPai: "oui", diet: "b" } };
  expect(changesInWords("child-changed", health)).toEqual([]);
  expect(changesInWords("family-file-changed", { applied: ["hasPai"], waiting: [] })).toEqual([]);
  expect(changesInWords("request-refused", { state: "refused", message: "Votre fils…" })).toEqual(
    [],
  );
  expect(
    changesInWords("family-file-rules-changed", { phone: { was: "hidden", now: "seen" } }),
  ).toEqual([]);
  expect(changesInWords("rights-changed", { was: { reason: "a" }, now: { reason: "b" } })).toEqual(
    [],
  );
  for (const odd of [null, 1, "x", [], { was: [1], now: [2] }])
    expect(changesInWords("rights-changed", odd)).toEqual([]);
});

test("every kind is in one group, under words of its own there", () => {
  const kinds = journalGroups.flatMap((group) => group.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds).toEqual(expect.arrayContaining([...familyJournalKinds, ...healthReadingKinds]));
  for (const { kinds: its } of journalGroups)
    expect(new Set(its.map(eventInWords)).size).toBe(its.length);
  expect(anyEventInWords("of-tomorrow")).toBe("Autre événement (of-tomorrow)");
  expect(eventSentence({ kind: "signed-in", about: null })).toBe("Connexion");
});

import { parseDay } from "@/lib/domain/day";
import { formatDay, listInWords } from "@/lib/domain/day-words";
import type { JournalKind } from "@/lib/domain/journal-event";
import { settingSentences } from "@/lib/domain/journal-setting-event";
import { formatHundredths } from "@/lib/domain/money";
import { fieldWords, type FieldWords } from "./field-words";

/** What the town sets, but for the rules of the file: their fields bear the names of what families write. */
const settingKinds = Object.keys(settingSentences).filter(
  (kind) => kind !== "family-file-rules-changed",
);

/** The kinds whose values are told: of any other, what was written is not repeated. */
const told: ReadonlySet<string> = new Set<string>([
  ...settingKinds,
  ...([
    "contact-added",
    "contact-changed",
    "quotient-added",
    "quotient-corrected",
    "quotient-removed",
    "category-changed",
    "rights-changed",
    "guardian-added",
    "guardian-changed",
    "child-added",
    "child-changed",
    "inscription-changed",
    "price-setting-changed",
    "school-year-added",
    "school-year-changed",
    "agent-rights-changed",
    "agent-invited",
  ] satisfies JournalKind[]),
]);

type Fields = Readonly<Record<string, unknown>>;

/** From what to what an event changed: "Téléphone : 01 … → 06 …". Empty where nothing of it is told. */
export function changesInWords(kind: string, data: unknown): string[] {
  if (!told.has(kind) || !isFields(data)) return [];
  return pairsOf(data).flatMap(({ name, was, now }) => {
    const words = Object.hasOwn(fieldWords, name) ? fieldWords[name] : undefined;
    if (!words || JSON.stringify(was ?? null) === JSON.stringify(now ?? null)) return [];
    return [`${words.label}\u00a0: ${changeInWords(words, was, now)}`];
  });
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Pair {
  readonly name: string;
  readonly was: unknown;
  readonly now: unknown;
}

/** The journal keeps a whole before and after, or one for each field; of an invitation, what was given. */
function pairsOf(data: Fields): Pair[] {
  if ("was" in data || "now" in data) return wholes(data["was"], data["now"]);
  const fields = isFields(data["fields"]) ? data["fields"] : data;
  return Object.entries(fields).map(([name, its]) =>
    isFields(its) && "now" in its
      ? { name, was: its["was"], now: its["now"] }
      : { name, was: null, now: its },
  );
}

function wholes(was: unknown, now: unknown): Pair[] {
  // Of a child's category, its name alone.
  if (typeof now === "string") return [{ name: "category", was, now }];
  const before = isFields(was) ? was : {};
  const after = isFields(now) ? now : {};
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].map((name) => ({ name, was: before[name], now: after[name] }));
}

function changeInWords(words: FieldWords, was: unknown, now: unknown): string {
  const before = valueInWords(words, was);
  const after = valueInWords(words, now);
  if (before === null || after === null) return "changé";
  return before === NONE ? after : `${before} → ${after}`;
}

const NONE = "rien";

/** As much of a text as a line holds. */
const LONGEST = 120;

/** A value as it is read; null where it is not to be said. */
function valueInWords(words: FieldWords, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return NONE;
  if (words.unsaid) return null;
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return words.hundredths ? formatHundredths(value) : String(value);
  if (typeof value === "string") return textInWords(words, value);
  if (!Array.isArray(value)) return null;
  const items = value.map((item: unknown) => (isFields(item) ? null : valueInWords(words, item)));
  return items.includes(null) ? null : listInWords(items.filter((item) => item !== null));
}

function textInWords({ values = {} }: FieldWords, text: string): string {
  if (Object.hasOwn(values, text)) return values[text] ?? text;
  const day = parseDay(text);
  if (day) return formatDay(day, "numeric");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

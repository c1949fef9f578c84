import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";

/**
 * A part of what an agent typed. `words`: what stood between two spaces, as the words that the function
 * "searchWords" of the database makes of it. `number`: of a request, or the end of a phone. `phone`: the
 * nine digits that are the same however it is written.
 */
export type SearchToken =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "phone"; readonly digits: string };

/** As many as a search takes. */
const MOST_TOKENS = 5;

/** Eight digits at least, in any grouping, with or without a country's code; not those of an e-mail address. */
const phoneLike = /(?<![\p{L}\p{N}@._-])\+?\d(?:[\s.()/-]*\d){7,}(?![\p{L}\p{N}@_])/u;

const letters: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ı: "i",
  ł: "l",
  đ: "d",
  ø: "o",
  ð: "d",
};

/** What was typed, in its parts: "Léo D'Œuvre-Petit" gives [leo] and [d, oeuvre, petit]. */
export function searchTokens(typed: string): SearchToken[] {
  const [phone] = phoneLike.exec(typed) ?? [];
  const rest = phone === undefined ? typed : typed.replace(phone, " ");
  const plain = rest
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[œæßıłđøð]/g, (letter) => letters[letter] ?? letter);
  const tokens = plain.split(/\s+/).flatMap((text): SearchToken[] => {
    if (/^\d{1,9}$/.test(text)) return [{ kind: "number", digits: text }];
    const words = text.split(/[^a-z0-9]+/).filter(Boolean);
    return words.length > 0 ? [{ kind: "words", words }] : [];
  });
  const first: SearchToken[] = phone === undefined ? [] : [{ kind: "phone", digits: nine(phone) }];
  return [...first, ...tokens].slice(0, MOST_TOKENS);
}

const nine = (phone: string) => phone.replace(/\D/g, "").slice(-9).replace(/^0/, "");

/** Whether a search has a name in it, which may be looked up by its sound. */
export const hasNames = (typed: string) => searchTokens(typed).some(({ kind }) => kind === "words");

/** "exact": words as they are written, each from its beginning. "near": as one hears them. */
export type Likeness = "exact" | "near";

/**
 * On f, a family: every part of what was typed is found in its name, its guardians' names, e-mail addresses
 * or phones, its children's names, or is the number of one of its requests.
 */
export function familiesMatching(typed: string, likeness: Likeness): Prisma.Sql {
  return every(
    typed,
    (token) => Prisma.sql`f.id IN (
      ${homesWith(token, likeness)}
      UNION SELECT fc."familyId" FROM "FamilyChild" fc WHERE fc."childId" IN (${childrenWith(token, likeness)})
      UNION SELECT r."familyId" FROM "ServiceRequest" r WHERE ${numbered(token, Prisma.sql`r.number`)})`,
  );
}

/** The same on q, a request: what is a child's name is that of the child it is about. */
export function requestsMatching(typed: string, likeness: Likeness): Prisma.Sql {
  return every(
    typed,
    (token) => Prisma.sql`(${numbered(token, Prisma.sql`q.number`)}
      OR q."familyId" IN (${homesWith(token, likeness)})
      OR q."childId" IN (${childrenWith(token, likeness)}))`,
  );
}

/** On a, an account: each word of what was typed begins one of its name or of its address. */
export function accountsMatching(typed: string): Prisma.Sql {
  return every(typed, (token) => {
    const words = token.kind === "words" ? token.words : [token.digits];
    return Prisma.sql`
      "searchWords"(a."firstName" || ' ' || a."lastName" || ' ' || a.email) @@ ${begun(words)}`;
  });
}

function every(typed: string, condition: (token: SearchToken) => Prisma.Sql): Prisma.Sql {
  const tokens = searchTokens(typed);
  if (tokens.length === 0) return typed.trim() === "" ? Prisma.sql`TRUE` : Prisma.sql`FALSE`;
  return Prisma.join(tokens.map(condition), " AND ");
}

const nobody = Prisma.sql`SELECT NULL::int WHERE FALSE`;

/** Families by their own name or by a guardian: each line has its index. */
function homesWith(token: SearchToken, likeness: Likeness): Prisma.Sql {
  if (token.kind !== "words") return byPhone(token.digits);
  if (likeness === "near")
    return Prisma.sql`
      SELECT n.id FROM "Family" n WHERE "soundWords"(n.name) @@ ${heard(token.words)}
      UNION SELECT g."familyId" FROM "Guardian" g
        WHERE "soundWords"(g."firstName" || ' ' || g."lastName") @@ ${heard(token.words)}`;
  return Prisma.sql`
    SELECT n.id FROM "Family" n WHERE "searchWords"(n.name) @@ ${begun(token.words)}
    UNION SELECT g."familyId" FROM "Guardian" g
      WHERE "searchWords"(g."firstName" || ' ' || g."lastName" || ' ' || coalesce(g.email, '')) @@ ${begun(token.words)}`;
}

function childrenWith(token: SearchToken, likeness: Likeness): Prisma.Sql {
  if (token.kind !== "words") return nobody;
  const names = Prisma.sql`c."firstName" || ' ' || c."lastName"`;
  return likeness === "near"
    ? Prisma.sql`SELECT c.id FROM "Child" c WHERE "soundWords"(${names}) @@ ${heard(token.words)}`
    : Prisma.sql`SELECT c.id FROM "Child" c WHERE "searchWords"(${names}) @@ ${begun(token.words)}`;
}

/** An address typed in full is one guardian's: its words are found together. */
const begun = (words: readonly string[]) =>
  Prisma.sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" & ")})`;

const heard = (words: readonly string[]) =>
  Prisma.sql`(SELECT to_tsquery('simple', string_agg("soundOf"(w), ' & ')) FROM unnest(${words}::text[]) w)`;

const numbered = (token: SearchToken, column: Prisma.Sql) =>
  token.kind === "number" ? Prisma.sql`${column} = ${Number(token.digits)}` : Prisma.sql`FALSE`;

/** Fewer digits would be everybody's. */
const fewestDigits = 4;

/** A phone by its beginning, as it is dialled, or by its end. */
function byPhone(digits: string): Prisma.Sql {
  if (digits.length < fewestDigits) return nobody;
  const start = `${digits.replace(/^0/, "")}%`;
  const end = `${[...digits].reverse().join("")}%`;
  return Prisma.sql`
    SELECT g."familyId" FROM "Guardian" g
    WHERE "phoneDigits"(g.phone) LIKE ${start} OR reverse("phoneDigits"(g.phone)) LIKE ${end}
      OR "phoneDigits"(g."otherPhone") LIKE ${start} OR reverse("phoneDigits"(g."otherPhone")) LIKE ${end}`;
}

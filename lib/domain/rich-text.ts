/** A text that an agent wrote, as it is shown: what is not here cannot be shown. */
export type RichInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly content: readonly RichInline[] }
  | { readonly kind: "link"; readonly href: string; readonly content: readonly RichInline[] }
  | { readonly kind: "break" };

export type RichBlock =
  | { readonly kind: "paragraph" | "heading"; readonly content: readonly RichInline[] }
  | { readonly kind: "quote"; readonly content: readonly RichBlock[] }
  | {
      readonly kind: "list";
      /** The number of the first line; null where lines bear no numbers. */
      readonly start: number | null;
      readonly items: readonly (readonly RichBlock[])[];
    }
  | { readonly kind: "rule" };

/** Why a text may not be kept as it was typed, and the part of it that is meant. */
export interface RichTextProblem {
  readonly why: "link" | "html" | "image" | "nested";
  readonly part: string;
}

/**
 * Whether a link may be followed from a page of the portal: a site, a message, a call, or another page of
 * the portal. An allowance: every other scheme, known or to come, is refused.
 */
export function isSafeHref(href: string): boolean {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(href)) return false;
  if (/^mailto:[^?]+@[^?]+$/i.test(href) || /^tel:\+?[\d.-]{2,20}$/i.test(href)) return true;
  // No name before the host: "https://ville.fr@ailleurs.example" is not the town's.
  if (/^https?:\/\/[^/?#@]+([/?#]|$)/i.test(href)) return true;
  return /^\/(?!\/|%5c)/i.test(href);
}

const LONGEST_PART = 60;

/** What is said at the field where the text was typed. */
export function richTextProblemInWords({ why, part }: RichTextProblem): string {
  const characters = Array.from(part.trim());
  const shown =
    characters.length > LONGEST_PART ? `${characters.slice(0, LONGEST_PART).join("")}…` : part;
  const quoted = `«\u00a0${shown.trim()}\u00a0»`;
  switch (why) {
    case "link":
      return `Le lien ${quoted} est refusé. Un lien commence par https://, http://, mailto: ou tel:, ou par / pour une page du portail.`;
    case "html":
      return `${quoted} est du code HTML, que le portail n’affiche pas. Retirez-le, ou écrivez-le sans chevrons.`;
    case "image":
      return `L’image ${quoted} est refusée\u00a0: un texte n’en montre pas.`;
    case "nested":
      return "Le texte a des listes ou des citations trop imbriquées. Écrivez-le plus simplement.";
  }
}

/** The beginning of a text in plain words, cut between two of them: at most so many characters. */
export function excerptOf(blocks: readonly RichBlock[], most: number): string {
  const text = blocks.map(wordsOfBlock).join(" ").replace(/\s+/g, " ").trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trimEnd()}…`;
}

function wordsOfBlock(block: RichBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return wordsIn(block.content);
    case "quote":
      return block.content.map(wordsOfBlock).join(" ");
    case "list":
      return block.items.map((item) => item.map(wordsOfBlock).join(" ")).join(" ");
    case "rule":
      return "";
  }
}

function wordsIn(words: readonly RichInline[]): string {
  return words.map(wordsOfInline).join("");
}

function wordsOfInline(word: RichInline): string {
  switch (word.kind) {
    case "text":
      return word.text;
    case "break":
      return " ";
    case "strong":
    case "emphasis":
    case "link":
      return wordsIn(word.content);
  }
}

import "server-only";
import MarkdownIt, { type Token } from "markdown-it";
import {
  isSafeHref,
  type RichBlock,
  type RichInline,
  type RichTextProblem,
} from "@/lib/domain/rich-text";

/** Deeper than that nothing is written for people; markdown-it itself drops what lies below its own bound. */
const DEEPEST = 12;

/**
 * Reads CommonMark without code, tables and images. HTML and links of any scheme are read too, so that what
 * is refused can be named: nothing of them is ever shown, since pages show RichBlock only.
 */
const reader = new MarkdownIt({ html: true, linkify: true, breaks: true, maxNesting: 40 });
reader.disable(["code", "fence", "backticks", "table", "strikethrough"]);
// "demain.Il pleut" is no link: only what says https:// or is an address is one.
reader.linkify.set({ fuzzyLink: false });
reader.validateLink = () => true;

export interface ReadMarkdown {
  readonly blocks: readonly RichBlock[];
  /** What must not be kept; empty where the text is shown as it was meant. */
  readonly problems: readonly RichTextProblem[];
}

/**
 * The text as blocks to show, whatever it holds: HTML is shown as it is typed, a refused link as its words.
 * At most a few thousand characters: whoever takes the text bounds it.
 */
export function readMarkdown(text: string): ReadMarkdown {
  const problems: RichTextProblem[] = [];
  const tokens = reader.parse(text, {});
  if (isTooDeep(tokens)) {
    const shown: RichBlock = { kind: "paragraph", content: [{ kind: "text", text }] };
    return { blocks: [shown], problems: [{ why: "nested", part: "" }] };
  }
  const rest = new Tokens(tokens);
  return { blocks: blocksUntil(rest, null, problems), problems };
}

function isTooDeep(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ level, children }) => level > DEEPEST || (children !== null && isTooDeep(children)),
  );
}

/** markdown-it's flat list, read once from its beginning. */
class Tokens {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  next(): Token | null {
    return this.tokens[this.at++] ?? null;
  }
}

type Problems = RichTextProblem[];

/** The blocks up to the token of that type, which is taken too. */
function blocksUntil(rest: Tokens, end: string | null, problems: Problems): RichBlock[] {
  const blocks: RichBlock[] = [];
  for (let token = rest.next(); token && token.type !== end; token = rest.next()) {
    // What opens nothing here (closing tokens, what is switched off above) shows nothing.
    const block = openedBlocks[token.type]?.(token, rest, problems);
    if (block) blocks.push(block);
  }
  return blocks;
}

const openedBlocks: Readonly<
  Record<string, (token: Token, rest: Tokens, problems: Problems) => RichBlock>
> = {
  paragraph_open: (_token, rest, problems) => ({
    kind: "paragraph",
    content: inlineOf(rest, problems),
  }),
  heading_open: (_token, rest, problems) => ({
    kind: "heading",
    content: inlineOf(rest, problems),
  }),
  blockquote_open: (_token, rest, problems) => ({
    kind: "quote",
    content: blocksUntil(rest, "blockquote_close", problems),
  }),
  bullet_list_open: (_token, rest, problems) => ({
    kind: "list",
    start: null,
    items: itemsUntil(rest, "bullet_list_close", problems),
  }),
  ordered_list_open: (token, rest, problems) => ({
    kind: "list",
    start: Number(token.attrGet("start") ?? 1),
    items: itemsUntil(rest, "ordered_list_close", problems),
  }),
  hr: () => ({ kind: "rule" }),
  html_block: ({ content }, _rest, problems) => {
    problems.push({ why: "html", part: content });
    return { kind: "paragraph", content: [{ kind: "text", text: content }] };
  },
};

function itemsUntil(rest: Tokens, end: string, problems: Problems): RichBlock[][] {
  const items: RichBlock[][] = [];
  for (let token = rest.next(); token && token.type !== end; token = rest.next())
    if (token.type === "list_item_open") items.push(blocksUntil(rest, "list_item_close", problems));
  return items;
}

/** The words of a paragraph or of a heading: the next token holds them. */
function inlineOf(rest: Tokens, problems: Problems): RichInline[] {
  return wordsUntil(new Tokens(rest.next()?.children ?? []), null, problems);
}

function wordsUntil(rest: Tokens, end: string | null, problems: Problems): RichInline[] {
  const words: RichInline[] = [];
  for (let token = rest.next(); token && token.type !== end; token = rest.next())
    words.push(...(openedWords[token.type] ?? plainWords)(token, rest, problems));
  return words;
}

type WordsReader = (token: Token, rest: Tokens, problems: Problems) => RichInline[];

const plainWords: WordsReader = ({ content: text }) =>
  text === "" ? [] : [{ kind: "text", text }];

const refusedWords =
  (why: RichTextProblem["why"]): WordsReader =>
  (token, rest, problems) => {
    problems.push({ why, part: token.content || String(token.attrGet("src") ?? "") });
    return plainWords(token, rest, problems);
  };

const openedWords: Readonly<Record<string, WordsReader>> = {
  strong_open: (_token, rest, problems) => [
    { kind: "strong", content: wordsUntil(rest, "strong_close", problems) },
  ],
  em_open: (_token, rest, problems) => [
    { kind: "emphasis", content: wordsUntil(rest, "em_close", problems) },
  ],
  link_open: (token, rest, problems) => {
    const href = String(token.attrGet("href") ?? "");
    const content = wordsUntil(rest, "link_close", problems);
    if (isSafeHref(href)) return [{ kind: "link", href, content }];
    problems.push({ why: "link", part: href });
    return content;
  },
  softbreak: () => [{ kind: "break" }],
  hardbreak: () => [{ kind: "break" }],
  image: refusedWords("image"),
  html_inline: refusedWords("html"),
};

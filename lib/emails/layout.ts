import type { EmailMessage } from "@/lib/commit";

/** What an e-mail is made of. Texts are plain: the layout escapes them. */
export type EmailBlock =
  | { kind: "text"; text: string }
  | { kind: "list"; title?: string; items: readonly string[] }
  /** A card of facts: [what, value] lines under a title. */
  | { kind: "facts"; title: string; facts: readonly (readonly [string, string])[] }
  /** A button; the address is written in full in the text version. */
  | { kind: "link"; label: string; url: string };

export interface EmailContent {
  to: string;
  /** The department's own address: a parent's answer reaches the people concerned. */
  replyTo: string | null;
  subject: string;
  /** "Bonjour Madeleine," */
  greeting: string;
  blocks: readonly EmailBlock[];
  /** Who signs: the town or one of its departments. */
  signature: string;
}

const INK = "#1f2a37";
const ACCENT = "#1d4f91";
const LINE = "#d5dbe3";
const FONT = "font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5";

function escape(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A text of people, whose lines stay lines. */
const linesOf = (text: string) => escape(text).replace(/\r?\n/g, "<br>");

function blockText(block: EmailBlock): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "list":
      return [
        ...(block.title ? [block.title] : []),
        ...block.items.map((item) => `- ${item}`),
      ].join("\n");
    case "facts":
      return [block.title, ...block.facts.map(([what, value]) => `  ${what}\u00a0: ${value}`)].join(
        "\n",
      );
    case "link":
      return `${block.label}\u00a0:\n${block.url}`;
  }
}

function blockHtml(block: EmailBlock): string {
  switch (block.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${linesOf(block.text)}</p>`;
    case "list": {
      const title = block.title
        ? `<p style="margin:0 0 4px"><strong>${escape(block.title)}</strong></p>`
        : "";
      const items = block.items.map((item) => `<li>${linesOf(item)}</li>`).join("");
      return `${title}<ul style="margin:0 0 16px;padding-left:24px">${items}</ul>`;
    }
    case "facts": {
      const lines = block.facts.map(
        ([what, value]) => `<div>${escape(what)}&nbsp;: <strong>${linesOf(value)}</strong></div>`,
      );
      return `<div style="margin:0 0 16px;padding:12px 16px;border:1px solid ${LINE};border-radius:8px"><h2 style="margin:0 0 4px;font-size:16px">${escape(block.title)}</h2>${lines.join("")}</div>`;
    }
    case "link":
      return `<p style="margin:0 0 16px"><a href="${escape(block.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${ACCENT};color:#ffffff;text-decoration:none">${escape(block.label)}</a></p>`;
  }
}

/** One message, said twice: in plain text and in HTML that every mail reader understands. */
export function composeEmail(content: EmailContent): EmailMessage {
  const { to, replyTo, subject, greeting, blocks, signature } = content;
  const text = [greeting, ...blocks.map(blockText), signature].join("\n\n") + "\n";
  const html = [
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>`,
    `<body style="margin:0;padding:24px 16px;background:#f5f6f8;color:${INK};${FONT}">`,
    `<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px">`,
    `<h1 style="margin:0 0 16px;font-size:20px">${escape(subject)}</h1>`,
    `<p style="margin:0 0 16px">${escape(greeting)}</p>`,
    ...blocks.map(blockHtml),
    `<p style="margin:24px 0 0">${escape(signature)}</p>`,
    `</div></body></html>`,
  ].join("\n");
  return { to, replyTo, subject, text, html };
}

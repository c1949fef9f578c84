import { extractText, getDocumentProxy } from "unpdf";

/** A node of a tagged PDF's structure: an element with a role, or marked content by its id. */
interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** What a reader, and a screen reader, finds in a PDF. */
export interface ReadPdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly pages: number;
  readonly tagged: boolean;
  /** All of its text, spaces made plain. */
  readonly text: string;
  /** The texts of its elements of a role, in reading order. */
  readonly elements: (role: string) => string[];
  /** The rows of its tables, cell by cell. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads a PDF as assistive software does: by its structure, not by where things are drawn. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const pages = await Promise.all(
    Array.from({ length: totalPages }, async (_, i) => readPage(await pdf.getPage(i + 1))),
  );
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  return {
    title: plain(String(info["Title"])),
    language: info["Language"],
    pages: totalPages,
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    text: plain(text),
    elements: (role) => pages.flatMap(({ elements }) => elements(role)),
    rows: pages.flatMap(({ rows }) => rows),
  };
}

/** The ids of marked content are each page's own. */
async function readPage(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>,
): Promise<Pick<ReadPdf, "elements" | "rows">> {
  const tree: Node = (await page.getStructTree()) ?? {};
  const contents = textById(await page.getTextContent({ includeMarkedContent: true }));
  const textOf = ({ id, children = [] }: Node): string =>
    plain([id ? (contents.get(id) ?? "") : "", ...children.map(textOf)].join(" "));
  return {
    elements: (role) => found(tree, role).map(textOf),
    rows: found(tree, "TR").map((row) => (row.children ?? []).map(textOf)),
  };
}

function found(node: Node, role: string): Node[] {
  const inside = (node.children ?? []).flatMap((child) => found(child, role));
  return node.role === role ? [node, ...inside] : inside;
}

/** The text between each beginning and end of marked content; what is decoration has no id. */
function textById(content: { items: readonly object[] }): Map<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of content.items as { type?: string; id?: string; str?: string }[]) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item.id ?? "");
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const id = open.at(-1) ?? "";
      texts.set(id, `${texts.get(id) ?? ""} ${item.str ?? ""}`);
    }
  }
  return texts;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

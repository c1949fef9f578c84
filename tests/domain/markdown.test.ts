import { readMarkdown } from "@/lib/markdown";
import { isSafeHref, richTextProblemInWords, type RichBlock } from "@/lib/domain/rich-text";

/** Every link that a page would hold. */
function hrefsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(hrefsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "href" in value ? [String(value.href)] : [];
  return [...own, ...Object.values(value).flatMap(hrefsIn)];
}

const problemsOf = (text: string) => readMarkdown(text).problems.map(({ why }) => why);

test("what agents write is read: headings, lists, bold, links, lines", () => {
  const { blocks, problems } = readMarkdown(
    "## Menus\nLe **lundi**, *bio*.\nVoir [le site](https://ville.example/a?b=1).\n\n3. trois\n4. quatre\n\n> - cité\n\n---\n\nÉcrire à mairie@ville.example",
  );
  expect(problems).toEqual([]);
  expect(blocks.map(({ kind }) => kind)).toEqual([
    "heading",
    "paragraph",
    "list",
    "quote",
    "rule",
    "paragraph",
  ]);
  expect(blocks[2]).toMatchObject({
    start: 3,
    items: [[{ kind: "paragraph" }], expect.anything()],
  });
  expect(blocks[1]).toEqual({
    kind: "paragraph",
    content: [
      { kind: "text", text: "Le " },
      { kind: "strong", content: [{ kind: "text", text: "lundi" }] },
      { kind: "text", text: ", " },
      { kind: "emphasis", content: [{ kind: "text", text: "bio" }] },
      { kind: "text", text: "." },
      { kind: "break" },
      { kind: "text", text: "Voir " },
      {
        kind: "link",
        href: "https://ville.example/a?b=1",
        content: [{ kind: "text", text: "le site" }],
      },
      { kind: "text", text: "." },
    ],
  });
  expect(hrefsIn(blocks)).toContain("mailto:mairie@ville.example");
});

test.each([
  ["un lien javascript", "[ici](javascript:alert(1))"],
  ["en majuscules", "[ici](JaVaScRiPt:alert(1))"],
  ["une entité", "[ici](&#106;avascript:alert(1))"],
  ["une tabulation codée", "[ici](java&Tab;script:alert(1))"],
  ["entre chevrons", "<javascript:alert(1)>"],
  ["par référence", "[ici][a]\n\n[a]: javascript:alert(1)"],
  ["des données", "[ici](data:text/html;base64,PHNjcmlwdD4=)"],
  ["vbscript", "[ici](vbscript:msgbox)"],
  ["un fichier", "[ici](file:///etc/passwd)"],
  ["un autre hôte sans protocole", "[ici](//ailleurs.example)"],
  ["une barre inversée", "[ici](/\\ailleurs.example)"],
  ["un nom devant l’hôte", "[ici](https://ville.example@ailleurs.example)"],
  ["sans début", "[ici](ailleurs.example)"],
  ["dans du gras, dans une liste, dans une citation", "> - **[ici](javascript:alert(1))**"],
])("a link that must not be followed is refused: %s", (_name, text) => {
  const { blocks, problems } = readMarkdown(text);
  expect(hrefsIn(blocks)).toEqual([]);
  expect(problems.map(({ why }) => why)).toContain("link");
});

test.each([
  ["<script>alert(1)</script>"],
  ["Bonjour <b onclick=alert(1)>vous</b>"],
  ["<img src=x onerror=alert(1)>"],
  ["- <iframe src=https://ailleurs.example></iframe>"],
  ["> **<svg onload=alert(1)>**"],
  ["<!-- caché -->"],
])("HTML is refused, and stays text where it was kept: %s", (text) => {
  const { blocks, problems } = readMarkdown(text);
  expect(problems.map(({ why }) => why)).toContain("html");
  expect(new Set(kindsIn(blocks))).not.toContain("html");
});

function kindsIn(blocks: unknown): string[] {
  return [...JSON.stringify(blocks).matchAll(/"kind":"(\w+)"/g)].map(([, kind = ""]) => kind);
}

test("pictures, and what is nested without end, are refused", () => {
  expect(problemsOf("![un pixel](https://ailleurs.example/p.gif)")).toEqual(["image"]);
  expect(problemsOf(`${">".repeat(3000)} a`)).toEqual(["nested"]);
  expect(problemsOf(`${"- ".repeat(400)} a`)).toEqual(["nested"]);
  expect(problemsOf(`${"*a _b ".repeat(20)}c${"_ d*".repeat(20)}`)).toEqual(["nested"]);
  const bottom: RichBlock = { kind: "paragraph", content: [{ kind: "text", text: "> > a" }] };
  expect(readMarkdown("> > a").blocks).not.toEqual([bottom]);
});

test("signs that are no HTML stay what they are", () => {
  for (const text of ["Pour les < 6 ans & leurs parents", "3 < 4 > 2", "Demain.Il pleut", "`<b`"])
    expect([text, problemsOf(text)]).toEqual([text, []]);
});

test.each([
  ["https://ville.example", true],
  ["http://ville.example/a", true],
  ["mailto:a@ville.example", true],
  ["tel:+33199001420", true],
  ["/infos-pratiques/cantine", true],
  ["//ailleurs.example", false],
  ["https:ailleurs", false],
  ["mailto:a@b.fr?bcc=tous@b.fr", false],
  ["java\tscript:alert(1)", false],
  ["", false],
])("%s may be followed: %s", (href, may) => expect(isSafeHref(href)).toBe(may));

test("the sentence names the link, cut where it is long", () => {
  expect(richTextProblemInWords({ why: "link", part: "javascript:x" })).toContain(
    "«\u00a0javascript:x\u00a0»",
  );
  const long = richTextProblemInWords({ why: "html", part: "<b>".repeat(200) });
  expect(long.length).toBeLessThan(160);
});

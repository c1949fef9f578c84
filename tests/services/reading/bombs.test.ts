// Files that would fill the memory of whoever reads them, or hold it up: each is ended, and said so.
import { checkFiles } from "@/lib/services/supporting-documents/check-file";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import {
  aCrossReferenceBomb,
  aDeepPdf,
  anObjectStreamBomb,
  aSheetWithCell,
  aWideImage,
  aZipOf,
  workbookParts,
} from "@/tests/support/storage/bombs";
import { aPdf } from "@/tests/support/storage/sent-files";

const outcomeOf = (outcome: { ok: true } | { ok: false; refusal: string }) =>
  outcome.ok ? "read" : outcome.refusal;

const check = async (content: Uint8Array) =>
  outcomeOf(await checkFiles("account", [{ name: "document.pdf", content }]));

const read = async (content: Uint8Array) =>
  outcomeOf(await readSpreadsheet("account", new Blob([new Uint8Array(content)]), "Tarifs"));

/** What the server itself grew by: the bombs are made before. */
async function growthDuring(run: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  await run();
  return process.memoryUsage.rss() - before;
}

test("PDF bombs are ended, the server does not grow, and the next file is read", async () => {
  const bombs = [aCrossReferenceBomb(), anObjectStreamBomb()];
  expect(bombs[0]?.byteLength).toBeLessThan(2_000);
  const growth = await growthDuring(async () => {
    for (const bomb of bombs) expect(await check(bomb)).toMatch(/^file-(too-complex|damaged)$/);
  });
  expect(growth).toBeLessThan(100_000_000);
  expect(await check(await aPdf())).toBe("read");
}, 60_000);

test("pages 20,000 lists deep are read or ended elsewhere", async () => {
  expect(await check(aDeepPdf(20_000))).toMatch(/^(read|file-too-complex)$/);
}, 60_000);

test.each([
  ["jpeg", false],
  ["jpeg", true],
  ["png", false],
] as const)(
  "a legal %s of 64 million points (progressive: %s) is read, outside of the server",
  async (format, progressive) => {
    const image = await aWideImage(format, progressive);
    const growth = await growthDuring(async () => expect(await check(image)).toBe("read"));
    expect(growth).toBeLessThan(100_000_000);
  },
  60_000,
);

test.each(["XFD1048576", "A1048576", "XFD1", "a2001", "OK1"])(
  "a sheet with one cell at %s is refused before it is built",
  async (reference) => {
    expect(await read(aSheetWithCell(reference))).toBe("spreadsheet-too-large");
  },
);

test("a row far away, without a cell, is too", async () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row ht="2" r = \'1048576\'/>';
  expect(await read(aZipOf(workbookParts(rows)))).toBe("spreadsheet-too-large");
});

test("the last cell that is taken is read", async () => {
  expect(await read(aSheetWithCell("OJ2000"))).toBe("read");
});

test("what a ZIP file says of its sizes proves nothing", async () => {
  const large = workbookParts(" ".repeat(30_000_000));
  expect(await read(aZipOf(large))).toBe("spreadsheet-unreadable");
  expect(await read(aZipOf(large, 1_000))).toBe("spreadsheet-unreadable");
  expect(await read(aZipOf(workbookParts(""), 4_000_000_000))).toBe("spreadsheet-unreadable");
});

test("a reference that hides behind an entity ends with its reader", async () => {
  const rows = '<row><c r="XFD&#49;048576"><v>1</v></c></row>';
  expect(await read(aZipOf(workbookParts(rows)))).not.toBe("read");
}, 60_000);

test("a long text that many cells repeat makes no large answer", async () => {
  const text = "x".repeat(50_000);
  const cells = Array.from(
    { length: 300 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
  );
  const outcome = await readSpreadsheet(
    "account",
    new Blob([new Uint8Array(aZipOf(workbookParts(cells.join(""))))]),
    "Tarifs",
  );
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect([outcome.value.length, String(outcome.value[0]?.[0]).length]).toEqual([300, 500]);
}, 60_000);

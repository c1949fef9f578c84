import sharp from "sharp";
import { checkFiles } from "@/lib/services/supporting-documents/check-file";
import {
  aBomb,
  anExecutable,
  aPage,
  aPdf,
  aPhoto,
  aScriptedSvg,
  aZip,
} from "@/tests/support/storage/sent-files";
import { town } from "@/town/town";

async function check(content: Uint8Array, name = "document.pdf") {
  const outcome = await checkFiles("account", [{ name, content }]);
  return outcome.ok ? outcome.value[0] : outcome.refusal;
}

test("a PDF that opens is kept as it is", async () => {
  const content = await aPdf();
  expect(await check(content)).toEqual({
    name: "document.pdf",
    mediaType: "application/pdf",
    content,
  });
});

test.each(["jpeg", "png", "webp"] as const)(
  "a %s becomes a JPEG that hides nothing",
  async (format) => {
    const photo = await aPhoto({ width: 4000, height: 3000, orientation: 6, format });
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const kept = await check(photo, `IMG_2041.${format}`);
    if (typeof kept !== "object") throw new Error(`refused: ${kept}`);
    expect(kept).toMatchObject({ name: "IMG_2041.jpg", mediaType: "image/jpeg" });
    const {
      format: found,
      width,
      height,
      exif,
      orientation,
      icc,
    } = await sharp(kept.content).metadata();
    expect({ found, width, height }).toEqual({ found: "jpeg", width: 1875, height: 2500 });
    expect([exif, orientation, icc]).toEqual([undefined, undefined, undefined]);
  },
);

test("what an image carries behind its last point is dropped", async () => {
  const kept = await check(Buffer.concat([await aPhoto(), anExecutable, aScriptedSvg]), "a.jpg");
  if (typeof kept !== "object") throw new Error(`refused: ${kept}`);
  expect(Buffer.from(kept.content).includes("<script")).toBe(false);
});

test.each([
  ["an executable named as a photo", anExecutable, "photo.jpg"],
  ["an SVG with a script", aScriptedSvg, "logo.svg"],
  ["an SVG named as a PNG", aScriptedSvg, "logo.png"],
  ["a page", aPage, "attestation.pdf"],
  ["a zip", aZip, "attestation.pdf"],
  ["a text", Buffer.from("Attestation"), "attestation.pdf"],
])("%s is no document, whatever its name", async (_what, content, name) => {
  expect(await check(content, name)).toBe("file-kind");
});

test.each([
  ["a BOM", "\ufeff"],
  ["empty lines", "\r\n\r\n"],
  ["both", "\ufeff\n "],
])("a PDF after %s is a PDF, kept as it is", async (_what, before) => {
  const content = Buffer.concat([Buffer.from(before), await aPdf()]);
  expect(await check(content, "a.pdf")).toMatchObject({ mediaType: "application/pdf", content });
});

test("a photo of an iPhone is named, not called anything", async () => {
  const content = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1")]);
  expect(await check(content, "IMG_2041.HEIC")).toBe("file-heic");
});

test.each(["gif", "tiff", "avif"] as const)("a %s is none of the four kinds", async (format) => {
  expect(await check(await aPhoto({ format }), "photo.jpg")).toBe("file-kind");
});

test("empty, too large, cut, locked: each has its word", async () => {
  const pdf = await aPdf();
  const photo = await aPhoto({ width: 1200, height: 900 });
  const { largestFile } = town.supportingDocuments;
  expect(await check(Buffer.alloc(0))).toBe("file-empty");
  expect(await check(Buffer.concat([pdf, Buffer.alloc(largestFile)]))).toBe("file-too-large");
  expect(await check(photo.subarray(0, photo.length / 2))).toBe("file-damaged");
  expect(await check(Buffer.from("%PDF-1.7 and nothing"))).toBe("file-damaged");
  expect(await check(Buffer.concat([Buffer.from("%PDF-"), anExecutable]))).toBe("file-damaged");
  expect(await check(await aPdf("Secret", "1234"))).toBe("file-locked");
});

test("an image that would fill the memory is refused before it is unpacked", async () => {
  const before = process.memoryUsage().rss;
  expect(await check(await aBomb(60_000, 60_000), "bombe.png")).toBe("image-too-wide");
  expect(await check(await aBomb(9_000, 9_000), "bombe.png")).toBe("image-too-wide");
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test.each([
  ["C:\\Photos\\avis.2026.PDF", "avis.2026.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["  attestation d’assurance  ", "attestation d’assurance.pdf"],
  ["a\r\nX-Evil: 1", "aX-Evil 1.pdf"],
  ["\u202Egnp.exe", "gnp.pdf"],
  [".pdf", "document.pdf"],
  ["", "document.pdf"],
  [`${"é".repeat(300)}.pdf`, `${"é".repeat(80)}.pdf`],
])("the name %j is kept as %j", async (name, kept) => {
  expect(await check(await aPdf(), name)).toMatchObject({ name: kept });
});

test("says which of the files is refused", async () => {
  const good = { name: "a.pdf", content: await aPdf() };
  const bad = { name: "b.pdf", content: aZip };
  expect(await checkFiles("account", [good, bad, good])).toEqual({
    ok: false,
    refusal: "file-kind",
    value: { file: 1 },
  });
});

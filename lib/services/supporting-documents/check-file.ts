import "server-only";
import { done, refused, type Result } from "@/lib/domain/result";
import { checkPdf } from "./check-pdf";
import { rewriteImage } from "./rewrite-image";
import { town } from "@/town/town";

/** A file as it was sent: its name and its declared type prove nothing. */
export interface SentFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A file that may be kept: what it is was read in its content. */
export interface CheckedFile {
  /** As the family named it, with the ending of what it is. */
  readonly name: string;
  readonly mediaType: "application/pdf" | "image/jpeg";
  readonly content: Uint8Array;
}

export type FileRefusal =
  | "file-empty"
  | "file-too-large"
  | "file-kind"
  | "file-heic"
  | "file-damaged"
  | "file-locked"
  | "image-too-wide"
  | "file-too-complex"
  | "reading-busy";

/** Which of the files is refused, the first being 0. */
export type FilesRefused = { ok: false; refusal: FileRefusal; value: { file: number } };

/** Checks the files of an account one after the other; the first that is refused ends it. */
export async function checkFiles(
  accountId: string,
  files: readonly SentFile[],
): Promise<{ ok: true; value: CheckedFile[] } | FilesRefused> {
  const checked: CheckedFile[] = [];
  for (const [file, sent] of files.entries()) {
    const outcome = await checkFile(accountId, sent);
    if (!outcome.ok) return { ...outcome, value: { file } };
    checked.push(outcome.value);
  }
  return { ok: true, value: checked };
}

/** A PDF that opens, as it is, or an image written anew: nothing else is kept. */
async function checkFile(
  accountId: string,
  { name, content }: SentFile,
): Promise<Result<CheckedFile, FileRefusal>> {
  if (content.byteLength === 0) return refused("file-empty");
  if (content.byteLength > town.supportingDocuments.largestFile) return refused("file-too-large");
  switch (kindOf(content)) {
    case "pdf": {
      const opened = await checkPdf(accountId, content);
      if (!opened.ok) return opened;
      return done({ name: named(name, "pdf"), mediaType: "application/pdf", content });
    }
    case "image": {
      const written = await rewriteImage(accountId, content);
      if (!written.ok) return written;
      return done({ name: named(name, "jpg"), mediaType: "image/jpeg", content: written.value });
    }
    case "heic":
      return refused("file-heic");
    case null:
      return refused("file-kind");
  }
}

type FileKind = "pdf" | "image" | "heic";

const signatures: readonly { kind: FileKind; at: number; bytes: readonly number[] }[] = [
  { kind: "image", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: "image", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: "image", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
];

/** By its first bytes: JPEG, PNG, WebP in its RIFF, a photo of an iPhone, or a PDF's header after a BOM and empty lines. */
function kindOf(content: Uint8Array): FileKind | null {
  const found = signatures.find(({ at, bytes }) =>
    bytes.every((byte, i) => content[at + i] === byte),
  );
  if (found) return found.kind;
  const start = Buffer.from(content.subarray(0, 1024)).toString("latin1");
  if (/^(\xef\xbb\xbf)?\s*%PDF-/.test(start)) return "pdf";
  // An ISO media file whose brand is HEIF's: "ftypheic", "ftypmif1"…
  return /^.{4}ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/s.test(start) ? "heic" : null;
}

const longestName = 80;

/** "C:\Photos\avis.2026.PNG" becomes "avis.2026.jpg": no path, no control character, a true ending. */
function named(name: string, ending: "pdf" | "jpg"): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, "").replace(/\.[^.]{0,10}$/, "");
  const short = Array.from(plain.trim()).slice(0, longestName).join("").trim();
  return `${short || "document"}.${ending}`;
}

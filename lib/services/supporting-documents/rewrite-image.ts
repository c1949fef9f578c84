import "server-only";
import { done, type Result } from "@/lib/domain/result";
import { readApart } from "@/lib/reading/read-apart";

/** A page of A4 in 200 points an inch, and a margin: small writing stays readable. */
const longestSide = 2500;
/** Unpacked, an image of more points would fill the memory; telephones stay under it. */
const mostPoints = 64_000_000;

/**
 * The image as a JPEG of its own: turned upright, 2,500 points at most, without its place and date of
 * shooting or anything else that the file hid.
 */
export async function rewriteImage(
  accountId: string,
  content: Uint8Array,
): Promise<
  Result<Uint8Array, "file-damaged" | "image-too-wide" | "file-too-complex" | "reading-busy">
> {
  const read = await readApart<Result<unknown, "file-damaged" | "image-too-wide">>(
    accountId,
    { kind: "image", mostPoints, longestSide },
    content,
  );
  if (!read.ok) return read;
  return read.value.answer.ok ? done(read.value.made) : read.value.answer;
}

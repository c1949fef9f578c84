import "server-only";
import sharp from "sharp";
import { done, refused, type Result } from "@/lib/domain/result";

/** A page of A4 in 200 points an inch, and a margin: small writing stays readable. */
const longestSide = 2500;
/** Unpacked, an image of more points would fill the memory; telephones stay under it. */
const mostPoints = 64_000_000;
const patienceSeconds = 20;

/**
 * The image as a JPEG of its own: turned upright, 2,500 points at most, without its place and date of
 * shooting or anything else that the file hid.
 */
export async function rewriteImage(
  content: Uint8Array,
): Promise<Result<Uint8Array, "file-damaged" | "image-too-wide">> {
  const image = sharp(content, { limitInputPixels: mostPoints, sequentialRead: true });
  try {
    const { width, height } = await image.metadata();
    if (width * height > mostPoints) return refused("image-too-wide");
    const written = await image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .timeout({ seconds: patienceSeconds })
      .jpeg({ quality: 80 })
      .toBuffer();
    return done(written);
  } catch (error) {
    const isWide = error instanceof Error && /pixel limit/i.test(error.message);
    return refused(isWide ? "image-too-wide" : "file-damaged");
  }
}

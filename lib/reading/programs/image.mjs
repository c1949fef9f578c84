import sharp from "sharp";

// One image a process: nothing is kept for a next one.
sharp.cache(false);
sharp.concurrency(1);

/** The image as a JPEG of its own: turned upright, as wide as asked at most, without what it hid. */
export async function read(content, { mostPoints, longestSide }) {
  const image = sharp(content, { limitInputPixels: mostPoints, sequentialRead: true });
  try {
    const { width, height } = await image.metadata();
    if (width * height > mostPoints) return refused("image-too-wide");
    const made = await image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: 80 })
      .toBuffer();
    return { answer: { ok: true }, made };
  } catch (error) {
    const isWide = error instanceof Error && /pixel limit/i.test(error.message);
    return refused(isWide ? "image-too-wide" : "file-damaged");
  }
}

const refused = (refusal) => ({ answer: { ok: false, refusal } });

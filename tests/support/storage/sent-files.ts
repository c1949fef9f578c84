// Files as families send them, and as nobody should.
import PDFDocument from "pdfkit";
import sharp from "sharp";

/** A PDF of one page; with a password it does not open. */
export function aPdf(text = "Attestation d’assurance", userPassword?: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: "A4", ...(userPassword && { userPassword }) });
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.text(text);
    pdf.end();
  });
}

interface PhotoSpec {
  width?: number;
  height?: number;
  format?: "jpeg" | "png" | "webp" | "gif" | "tiff" | "avif";
  /** EXIF's: 6 is a telephone held upright. */
  orientation?: number;
}

/** A photo of a telephone, with the place where it was taken. */
export function aPhoto(spec: PhotoSpec = {}): Promise<Buffer> {
  const { width = 320, height = 240, format = "jpeg", orientation = 1 } = spec;
  const background = { r: 200, g: 180, b: 90 };
  return sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD0: { Make: "Téléphone" }, IFD3: { GPSLatitude: "48/1 40/1 0/1" } })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
}

/** A photo that nothing compresses, of about twenty million bytes. */
export function aHeavyPhoto(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const create = { width: 3000, height: 2300, channels: 3, background: "white", noise } as const;
  return sharp({ create }).png({ compressionLevel: 0 }).toBuffer();
}

/** A PNG of few bytes that says it is as wide as told: it would fill the memory. */
export async function aBomb(width: number, height: number): Promise<Buffer> {
  const png = await sharp({
    create: { width: 8, height: 8, channels: 3, background: "white" },
  })
    .png()
    .toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

export const anExecutable = Buffer.concat([
  Buffer.from("MZ\x90\x00\x03\x00\x00\x00", "latin1"),
  Buffer.alloc(600),
]);

export const aScriptedSvg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);

export const aPage = Buffer.from("<!doctype html><script>alert(1)</script>");

export const aZip = Buffer.from("PK\x03\x04 and the rest", "latin1");

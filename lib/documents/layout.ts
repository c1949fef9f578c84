import "server-only";
import path from "node:path";
import PDFDocument from "pdfkit";
import type { Instant } from "@/lib/domain/day";

/** What every document of the town says of itself. */
export interface DocumentHead {
  readonly title: string;
  /** Who gives it: "Espace familles de Clairval-sur-Orge". */
  readonly publisher: string;
  /** "Édité le 26 décembre 2023 à 15:12", at the foot of each page. */
  readonly edited: string;
  readonly at: Instant;
}

export const ink = {
  text: "#1d2622",
  muted: "#56625b",
  line: "#b9b4a8",
  brand: "#184c3e",
} as const;
export const margin = { top: 56, side: 56, bottom: 64 } as const;
const footerHeight = 28;

// Static cuts of the portal's typeface. WOFF: fontkit cannot cut a subset out of WOFF2's glyphs.
const fontFile = (weight: 400 | 700) =>
  path.join(
    process.cwd(),
    "node_modules/@fontsource/atkinson-hyperlegible-next/files",
    `atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
  );

export type Structure = PDFKit.PDFStructureElement;

export interface TextLook {
  readonly bold?: boolean;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: "left" | "right";
  readonly x?: number;
  readonly width?: number;
}

/**
 * A sheet that is being filled: A4, tagged (what is read, in its order and with its role), in French,
 * the fonts inside. Each drawing function moves the pen down; decoration is marked as no content.
 */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly left = margin.side;
  readonly width: number;
  readonly root: Structure;
  y: number = margin.top;

  constructor(private readonly head: DocumentHead) {
    const { title, publisher, at } = head;
    this.pdf = new PDFDocument({
      size: "A4",
      margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
      pdfVersion: "1.7",
      tagged: true,
      lang: "fr-FR",
      displayTitle: true,
      bufferPages: true,
      font: fontFile(400),
      info: { Title: title, Author: publisher, CreationDate: new Date(at), ModDate: new Date(at) },
    });
    this.pdf.registerFont("text", fontFile(400)).registerFont("bold", fontFile(700));
    this.width = this.pdf.page.width - 2 * margin.side;
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
  }

  /** A new page where less than `height` is left. */
  makeRoom(height: number): void {
    if (this.y + height <= this.pdf.page.height - margin.bottom) return;
    this.pdf.addPage();
    this.y = margin.top;
  }

  heightOf(text: string, look: TextLook = {}): number {
    this.dress(look);
    return this.pdf.heightOfString(printable(text), { width: look.width ?? this.width });
  }

  /** Draws a text at the pen, without moving it: within a structure element, or it is not read. */
  draw(text: string, look: TextLook = {}): void {
    const { x = this.left, width = this.width, align = "left", colour = ink.text } = look;
    this.dress(look);
    this.pdf.fillColor(colour).text(printable(text), x, this.y, {
      width,
      align,
      // Figures of one width stand under each other.
      ...(align === "right" && { features: ["tnum"] }),
    });
  }

  /** A block of text with its role: "H1", "P"… */
  block(role: string, text: string, look: TextLook = {}, after = 0): void {
    const height = this.heightOf(text, look);
    this.makeRoom(height);
    this.root.add(this.pdf.struct(role, {}, () => this.draw(text, look)));
    this.y += height + after;
  }

  /** A thin line across the page: decoration. */
  rule(y = this.y, colour: string = ink.line): void {
    this.decorate(() => {
      this.pdf
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .lineWidth(0.6)
        .strokeColor(colour)
        .stroke();
    });
  }

  private dress({ bold = false, size = 10.5 }: TextLook): void {
    this.pdf.font(bold ? "bold" : "text").fontSize(size);
  }

  private decorate(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.pdf.markContent("Artifact", { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** The foot of each page, once their number is known; then the file. */
  async finish(): Promise<Uint8Array> {
    const { count } = this.pdf.bufferedPageRange();
    for (let i = 0; i < count; i++) this.footer(i, count);
    this.root.end();
    const chunks: Uint8Array[] = [];
    this.pdf.end();
    for await (const chunk of this.pdf) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  }

  private footer(page: number, count: number): void {
    this.pdf.switchToPage(page);
    this.y = this.pdf.page.height - margin.bottom + footerHeight;
    // Written below the margin, where pdfkit would begin another page.
    this.pdf.page.margins.bottom = 0;
    const look = { size: 9, colour: ink.muted } as const;
    this.decorate(() => {
      this.draw(`${this.head.publisher} – ${this.head.edited}`, look);
      this.draw(`Page ${page + 1}/${count}`, { ...look, align: "right" });
    }, "Pagination");
    this.rule(this.y - 8);
  }
}

/** The typeface has no narrow non-breaking space. */
function printable(text: string): string {
  return text.replaceAll("\u202f", "\u00a0");
}

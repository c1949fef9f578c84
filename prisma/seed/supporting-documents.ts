import { randomUUID } from "node:crypto";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { z } from "zod";
import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { day, instantOfMoment, moment, type Instant } from "@/lib/domain/day";
import type { SupportingDocumentType } from "@/lib/generated/prisma/client";
import { checkFiles } from "@/lib/services/supporting-documents/check-file";
import { putFiles, writeFileRows } from "@/lib/services/supporting-documents/keep-files";
import documentsJson from "@/prisma/demo/supporting-documents.json";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { known } from "./town";

const facts = z
  .object({
    types: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        explanation: z.string(),
        subject: z.enum(["family", "guardian", "child"]),
        validity: z.enum(["forever", "months", "untilDate", "schoolYear"]),
        validityMonths: z.int().nullable(),
        processing: z.enum(["automatic", "examined"]),
        required: z.boolean(),
        forLate: z.boolean(),
      }),
    ),
    documents: z.array(
      z.object({
        family: z.string(),
        child: z.string().nullable(),
        type: z.string(),
        filedAt: z.string().transform((text) => instantOfMoment(moment(text))),
        validUntil: z
          .string()
          .transform((text) => day(text))
          .nullable(),
        files: z.array(z.object({ name: z.string(), kind: z.enum(["pdf", "photo"]) })),
      }),
    ),
  })
  .parse(documentsJson);

type DocumentFacts = (typeof facts.documents)[number];
type Types = ReadonlyMap<string, SupportingDocumentType>;

/** The town's list of supporting documents, by code. */
export async function writeDocumentTypes(db: Tx): Promise<Types> {
  const types = new Map<string, SupportingDocumentType>();
  for (const [position, type] of facts.types.entries())
    types.set(
      type.code,
      await db.supportingDocumentType.create({ data: { ...type, position: position + 1 } }),
    );
  return types;
}

/** What the known families gave before `now`: an agent added it, with files that really open. */
export async function writeKnownDocuments(
  db: Tx,
  families: readonly BuiltFamily[],
  types: Types,
  accountId: string,
  now: Instant,
): Promise<void> {
  for (const document of facts.documents)
    if (document.filedAt <= now)
      await writeDocument(db, familyNamed(families, document.family), document, types, accountId);
}

async function writeDocument(
  db: Tx,
  family: BuiltFamily,
  { child: firstName, type: code, filedAt, validUntil, files }: DocumentFacts,
  types: Types,
  accountId: string,
): Promise<void> {
  const child = family.children.find((one) => one.firstName === firstName);
  if (firstName !== null && !child) throw new Error(`${family.name} has no child ${firstName}`);
  const type = known(types, code);
  const id = randomUUID();
  await db.supportingDocument.create({
    data: {
      id,
      typeId: type.id,
      familyId: family.id,
      childId: child?.id ?? null,
      accountId,
      state: "accepted",
      validUntil: validUntil && dayToDate(validUntil),
      filedAt,
      decidedAt: filedAt,
    },
  });
  const checked = await checkFiles(
    "seed",
    await Promise.all(
      files.map(async ({ name, kind }) => ({
        name,
        content: await (kind === "pdf" ? aPdf(type.label, family.name) : aPhoto(type.label)),
      })),
    ),
  );
  if (!checked.ok) throw new Error(`A file of the demo is refused: ${checked.refusal}`);
  await writeFileRows(db, id, await putFiles(checked.value), filedAt);
}

function familyNamed(families: readonly BuiltFamily[], name: string): BuiltFamily {
  const family = families.find((one) => one.name === name);
  if (!family) throw new Error(`The demo data names the family ${name}, which it does not hold`);
  return family;
}

const invented = "Document inventé pour la démonstration.";

function aPdf(title: string, familyName: string): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: "A4", info: { Title: title } });
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.fontSize(20).text(title).moveDown().fontSize(12);
    pdf.text(`Famille ${familyName}`).moveDown().text(invented);
    pdf.end();
  });
}

/** A sheet of paper on a table. */
function aPhoto(title: string): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200">
    <rect width="900" height="1200" fill="#8a6d52"/><rect x="90" y="90" width="720" height="1020" fill="#fdfbf5"/>
    <g font-family="sans-serif" fill="#333"><text x="140" y="200" font-size="44">${title}</text>
    <text x="140" y="280" font-size="26">${invented}</text></g></svg>`;
  return sharp(Buffer.from(drawing)).jpeg().toBuffer();
}

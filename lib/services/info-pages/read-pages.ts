import "server-only";
import { prisma } from "@/lib/db";
import type { RichBlock } from "@/lib/domain/rich-text";
import { readMarkdown } from "@/lib/markdown";
import { readStored, type ReadableFile } from "@/lib/services/supporting-documents/read-file";
import { isStorageKey } from "@/lib/storage/storage";

/** A PDF that a page gives. */
export interface InfoDocument {
  readonly id: string;
  readonly label: string;
  readonly bytes: number;
}

export interface PublishedPage {
  readonly title: string;
  readonly text: readonly RichBlock[];
  readonly documents: readonly InfoDocument[];
}

/** The published pages, in the town's order. One statement. */
export async function listPublishedPages(): Promise<{ slug: string; title: string }[]> {
  return prisma.infoPage.findMany({
    where: { published: true },
    select: { slug: true, title: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** What pages are named by: an address may hold what no database takes. */
const isSlug = (text: string) => /^[a-z0-9-]{1,200}$/.test(text);

/** A published page; null where there is none under that address. */
export async function readPublishedPage(slug: string): Promise<PublishedPage | null> {
  if (!isSlug(slug)) return null;
  const page = await prisma.infoPage.findUnique({
    where: { slug, published: true },
    select: {
      title: true,
      text: true,
      files: {
        select: { id: true, label: true, bytes: true },
        orderBy: { position: "asc" },
      },
    },
  });
  return page && { title: page.title, text: readMarkdown(page.text).blocks, documents: page.files };
}

/** A file of a published page, for everyone; null for any other. */
export async function readPublishedFile(fileId: string): Promise<ReadableFile | null> {
  if (!isStorageKey(fileId)) return null;
  const row = await prisma.infoFile.findFirst({
    where: { id: fileId, page: { published: true } },
  });
  return row && readStored({ ...row, mediaType: "application/pdf" });
}

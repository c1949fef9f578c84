import { mostFiles } from "@/lib/domain/supporting-document";
import type { SentFile } from "@/lib/services/supporting-documents/check-file";

/** The files as the service takes them; one more than it takes is enough for it to refuse. */
export async function sentFiles(files: readonly File[]): Promise<SentFile[]> {
  return Promise.all(
    files.slice(0, mostFiles + 1).map(async (file) => ({
      name: file.name,
      content: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

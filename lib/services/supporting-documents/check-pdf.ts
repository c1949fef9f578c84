import "server-only";
import type { Result } from "@/lib/domain/result";
import { readApart } from "@/lib/reading/read-apart";

/** Opens the PDF and its first page, without running anything of it. */
export async function checkPdf(
  accountId: string,
  content: Uint8Array,
): Promise<Result<unknown, "file-damaged" | "file-locked" | "file-too-complex" | "reading-busy">> {
  const read = await readApart<Result<unknown, "file-damaged" | "file-locked">>(
    accountId,
    { kind: "pdf" },
    content,
  );
  return read.ok ? read.value.answer : read;
}

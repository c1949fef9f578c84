import "server-only";
import { done, refused, type Result } from "@/lib/domain/result";

/** Opens the PDF and its first page, without running anything of it. */
export async function checkPdf(
  content: Uint8Array,
): Promise<Result<void, "file-damaged" | "file-locked">> {
  // Imported when it is needed, and outside of what is caught: without a reader no file is damaged.
  const { getDocument } = await import("unpdf/pdfjs");
  const reading = getDocument({
    // A copy: the reader keeps what it is given.
    data: Uint8Array.from(content),
    isEvalSupported: false,
    stopAtErrors: true,
    verbosity: 0,
  });
  try {
    const pdf = await reading.promise;
    await pdf.getPage(1);
    return done(undefined);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return refused(isLocked ? "file-locked" : "file-damaged");
  } finally {
    await reading.destroy();
  }
}

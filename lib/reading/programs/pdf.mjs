import { getDocument } from "unpdf/pdfjs";

/** Opens the PDF and its first page, without running anything of it. */
export async function read(content) {
  const reading = getDocument({
    data: new Uint8Array(content),
    isEvalSupported: false,
    stopAtErrors: true,
    verbosity: 0,
  });
  try {
    const pdf = await reading.promise;
    await pdf.getPage(1);
    return { answer: { ok: true } };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { answer: { ok: false, refusal: isLocked ? "file-locked" : "file-damaged" } };
  }
}

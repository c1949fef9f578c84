import "server-only";

/** A document to download. */
export function pdfResponse(file: Uint8Array, name: string): Response {
  return new Response(Buffer.from(file), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}

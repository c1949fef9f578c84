import "server-only";

/** A file that a family sent: nothing of it runs, nothing of it stays in a cache. */
export function fileResponse(file: {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}): Response {
  // Only images are shown: what a PDF may run is left to the reader of who opens it.
  const shown = file.mediaType === "image/jpeg" ? "inline" : "attachment";
  const ending = file.mediaType === "image/jpeg" ? "jpg" : "pdf";
  return new Response(file.content, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `${shown}; filename="document.${ending}"; filename*=UTF-8''${encoded(file.name)}`,
      "Content-Length": String(file.content.byteLength),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/** As RFC 8187 writes a name: encodeURIComponent leaves four characters that it does not allow. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

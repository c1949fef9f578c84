/** A PDF of one empty page, without a library: what is sent is built at once. */
const smallestPdf = [
  "%PDF-1.4",
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj",
  "trailer<</Root 1 0 R>>",
].join("\n");

/** What the form sends of a new supporting document. */
export function typedDocument(fields: Readonly<Record<string, string | number>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("idempotencyKey", crypto.randomUUID());
  form.append("files[]", new File([smallestPdf], "attestation.pdf", { type: "application/pdf" }));
  return form;
}

import { permitted } from "@/lib/auth";
import { route } from "@/lib/route";
import { prepareImport } from "@/lib/services/town-import/prepare-import";
import { importHref, importsHref } from "../hrefs";
import { mostImportBytes } from "../limits";
import { importFileSchema } from "../schema";

/** A file of families: compared with the town, of which nothing is changed. */
export const POST = route({
  name: "town-import.prepare",
  role: "agent",
  schema: importFileSchema,
  authorize: permitted["import-town"],
  run: async (ctx, { file, other, idempotencyKey }) =>
    prepareImport(ctx, {
      name: file.name,
      content: new Uint8Array(await file.arrayBuffer()),
      ...(other instanceof File &&
        other.size > 0 && { other: new Uint8Array(await other.arrayBuffer()) }),
      idempotencyKey,
    }),
  form: {
    mostBytes: mostImportBytes,
    page: (outcome) => {
      if (outcome.ok) return importHref(outcome.value.id);
      const code = outcome.refusal === "invalid" ? "import-file-missing" : outcome.refusal;
      return `${importsHref}?erreur=${code}`;
    },
  },
});

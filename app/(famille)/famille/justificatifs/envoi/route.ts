import { ofTheFamilySent } from "@/lib/action/of-family";
import { route } from "@/lib/route";
import { fileDocument } from "@/lib/services/supporting-documents/file-document";
import { filedHref, joinedHref } from "../hrefs";
import { documentSchema } from "../schema";
import { sentFiles } from "../read-files";
import { mostUploadBytes } from "../limits";
import { refusedHref } from "./refused-href";

/** A document with its files, from the form with or without JavaScript. */
export const POST = route({
  ...ofTheFamilySent,
  name: "supporting-documents.file",
  schema: documentSchema,
  run: async (ctx, { about, files, ...rest }) =>
    fileDocument(ctx, { ...rest, ...about, files: await sentFiles(files) }),
  form: {
    mostBytes: mostUploadBytes,
    page: (outcome, typed) => {
      if (!outcome.ok) return refusedHref(outcome, typed);
      const { number } = outcome.value;
      return typed["requestNumber"] === undefined ? filedHref(number) : joinedHref(number);
    },
  },
});

import { permitted } from "@/lib/auth";
import { route } from "@/lib/route";
import { addInfoDocument } from "@/lib/services/info-pages/documents";
import { mostDocumentBytes } from "../limits";
import { infoDocumentSchema } from "../schema";

/** A document that a page of "Infos pratiques" gives. */
export const POST = route({
  name: "info-pages.add-document",
  role: "agent",
  schema: infoDocumentSchema,
  authorize: permitted["manage-news"],
  run: async (ctx, { file, ...rest }) =>
    addInfoDocument(ctx, {
      ...rest,
      file: file && { name: file.name, content: new Uint8Array(await file.arrayBuffer()) },
    }),
  form: {
    mostBytes: mostDocumentBytes,
    page: (outcome, typed) => {
      const page = /^\d{1,9}$/.exec(String(typed["pageId"]))?.[0];
      const typedLabel = typeof typed["label"] === "string" ? typed["label"].slice(0, 80) : "";
      const said = outcome.ok
        ? "fait=document-ajoute"
        : `erreur=${outcome.refusal}&nom=${encodeURIComponent(typedLabel)}`;
      return page ? `/admin/infos-pratiques/${page}?${said}` : `/admin/infos-pratiques?${said}`;
    },
  },
});

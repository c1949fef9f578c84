import { sentFiles } from "@/app/(famille)/famille/justificatifs/read-files";
import { mostUploadBytes } from "@/app/(famille)/famille/justificatifs/limits";
import { permitted } from "@/lib/auth";
import { route } from "@/lib/route";
import { addSupportingDocument } from "@/lib/services/supporting-documents/add-document";
import { addedDocumentSchema } from "../schema";

/** A document that an agent of the whole town was handed for a family. */
export const POST = route({
  name: "supporting-documents.add",
  role: "agent",
  schema: addedDocumentSchema,
  authorize: permitted["change-families"],
  run: async (ctx, { about, files, ...rest }) =>
    addSupportingDocument(ctx, { ...rest, ...about, files: await sentFiles(files) }),
  form: {
    mostBytes: mostUploadBytes,
    page: (outcome, typed) => {
      const family = /^\d{1,9}$/.exec(String(typed["familyId"]))?.[0];
      const said = outcome.ok ? "justificatif=ajoute" : `erreur=${outcome.refusal}`;
      return family ? `/admin/familles/${family}?${said}` : `/admin/familles?${said}`;
    },
  },
});

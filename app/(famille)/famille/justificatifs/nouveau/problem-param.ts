import type { FieldProblem } from "@/components/ui/error-summary";
import { refusalSentence, type Refusal } from "@/lib/sentences";

/** The control that a refusal is about; any other is about the files. */
const fieldOf: Partial<Record<Refusal, string>> = {
  "document-date-missing": "validUntil",
  "document-date-past": "validUntil",
};

/** What was refused without JavaScript, from the address; null where it says nothing of the kind. */
export function problemOf(code: string, file: string): FieldProblem | null {
  if (!Object.hasOwn(refusalSentence, code)) return null;
  const refusal = code as Refusal;
  const rank = /^[1-9]$/.test(file) ? `Fichier ${file}\u00a0: ` : "";
  const again = fieldOf[refusal] || rank === "" ? "" : " Choisissez à nouveau tous vos fichiers.";
  return {
    field: fieldOf[refusal] ?? "fichiers",
    message: rank + refusalSentence[refusal] + again,
  };
}

import { sizeInWords } from "@/components/portal/supporting-documents/words";
import type { FieldProblem } from "@/components/ui/error-summary";
import type { Refused } from "@/lib/action/write";
import { mostFiles } from "@/lib/domain/supporting-document";
import type { Sent } from "./send-form";

export const cutSentence =
  "L’envoi s’est interrompu. Rien n’a été enregistré\u00a0: vérifiez votre connexion, puis envoyez à nouveau. Vos fichiers sont toujours choisis.";

const tooLargeSentence =
  "L’ensemble des fichiers est trop lourd pour un seul envoi. Retirez-en, ou choisissez des photos plus légères.";

/** What can be said before anything leaves. */
export function problemsBefore(
  files: readonly File[],
  largestFile: number,
  asked: { readonly about: boolean; readonly date: boolean },
): FieldProblem[] {
  const tooLarge = files.filter(({ size }) => size > largestFile);
  const empty = files.filter(({ size }) => size === 0);
  return [
    ...(asked.about ? [{ field: "about", message: "Choisissez pour qui est ce document." }] : []),
    ...(asked.date
      ? [
          {
            field: "validUntil",
            message: "Donnez la date de fin de validité\u00a0: jour, mois et année.",
          },
        ]
      : []),
    ...(files.length === 0
      ? [aboutFiles("Choisissez au moins un fichier\u00a0: une photo du document, ou un PDF.")]
      : []),
    ...(files.length > mostFiles
      ? [
          aboutFiles(
            `Vous avez choisi ${files.length}\u00a0fichiers, et ${mostFiles} au plus peuvent être envoyés pour un même document. Retirez-en.`,
          ),
        ]
      : []),
    ...tooLarge.map(({ name, size }) =>
      aboutFiles(
        `«\u00a0${name}\u00a0» est trop lourd (${sizeInWords(size)}, pour ${sizeInWords(largestFile)} au plus). Choisissez un fichier plus léger, ou prenez le document en photo.`,
      ),
    ),
    ...empty.map(({ name }) =>
      aboutFiles(`«\u00a0${name}\u00a0» est vide. Vérifiez-le, ou choisissez-en un autre.`),
    ),
  ];
}

const aboutFiles = (message: string): FieldProblem => ({ field: "fichiers", message });

/** What an answer asks to mend, by the control that it is about. */
export function problemsAfter(
  sent: Exclude<Sent, { kind: "filed" }>,
  files: readonly File[],
): FieldProblem[] {
  switch (sent.kind) {
    case "cut":
      return [{ field: "envoyer", message: cutSentence }];
    case "too-large":
      return [aboutFiles(tooLargeSentence)];
    case "refused":
      return problemsOfRefusal(sent.refused, files);
  }
}

function problemsOfRefusal(refused: Refused, files: readonly File[]): FieldProblem[] {
  const { refusal, message, fields, value } = refused;
  const named = Object.entries(fields).flatMap(([field, said]) =>
    field === "about" || field === "validUntil" ? [{ field, message: said }] : [],
  );
  if (named.length > 0) return named;
  if (refusal === "document-date-missing" || refusal === "document-date-past")
    return [{ field: "validUntil", message }];
  const file = files[rankOf(value)];
  if (file) return [aboutFiles(`«\u00a0${file.name}\u00a0»\u00a0: ${message}`)];
  const isAboutFiles = refusal.startsWith("file-") || refusal.includes("too-large");
  return [{ field: isAboutFiles ? "fichiers" : "envoyer", message }];
}

function rankOf(value: unknown): number {
  const isIt = typeof value === "object" && value !== null && "file" in value;
  return isIt && typeof value.file === "number" ? value.file : -1;
}

import { SelectField, TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { plural } from "@/lib/domain/day-words";
import {
  documentSubjectLabel,
  documentValidityLabel,
  type DocumentSubject,
  type DocumentValidity,
  type SupportingDocumentType,
} from "@/lib/domain/supporting-document";
import { processings, subjects, validities } from "./choices";
import { processingLabel } from "./words";

/** Whom the document is about: settled once one was given. */
export function SubjectChoice({
  value,
  documents,
  onChange,
  error,
}: {
  value: DocumentSubject;
  documents: number;
  onChange: (subject: DocumentSubject) => void;
  error: string | undefined;
}) {
  if (documents > 0) {
    return (
      <div>
        <p className="font-semibold">{`Pour qui\u00a0: ${documentSubjectLabel[value].toLowerCase()}`}</p>
        <p className="text-muted text-sm">
          {`${plural(documents, "document est enregistré", "documents sont enregistrés")}\u00a0: cela ne change plus.`}
        </p>
        <input type="hidden" name="subject" value={value} />
      </div>
    );
  }
  return (
    <RadioGroup
      name="subject"
      legend="Pour qui"
      value={value}
      onChange={(event) => {
        const chosen = subjects.find((subject) => subject === event.target.value);
        if (chosen) onChange(chosen);
      }}
      options={subjects.map((subject) => ({
        value: subject,
        label: documentSubjectLabel[subject],
      }))}
      error={error}
    />
  );
}

/** How long the document holds; months where it counts in months, and always without JavaScript. */
export function ValidityChoice({
  value,
  months,
  onChange,
  onMonths,
  messageOf,
}: {
  value: DocumentValidity;
  months: string;
  onChange: (validity: DocumentValidity) => void;
  onMonths: (months: string) => void;
  messageOf: (field: string) => string | undefined;
}) {
  return (
    <>
      <SelectField
        name="validity"
        label="Validité"
        value={value}
        onChange={(event) => {
          const chosen = validities.find((validity) => validity === event.target.value);
          if (chosen) onChange(chosen);
        }}
        error={messageOf("validity")}
      >
        {validities.map((validity) => (
          <option key={validity} value={validity}>
            {documentValidityLabel[validity]}
          </option>
        ))}
      </SelectField>
      <TextField
        name="validityMonths"
        label="Nombre de mois"
        hint="Seulement pour une validité en mois."
        optional={value !== "months"}
        inputMode="numeric"
        className="max-w-24"
        value={months}
        onChange={(event) => onMonths(event.target.value)}
        autoComplete="off"
        error={messageOf("validityMonths")}
      />
    </>
  );
}

export function ProcessingChoice({
  value,
  onChange,
  error,
}: {
  value: SupportingDocumentType["processing"];
  onChange: (processing: SupportingDocumentType["processing"]) => void;
  error: string | undefined;
}) {
  return (
    <RadioGroup
      name="processing"
      legend="Une fois donné"
      value={value}
      onChange={(event) => {
        const chosen = processings.find((processing) => processing === event.target.value);
        if (chosen) onChange(chosen);
      }}
      options={processings.map((processing) => ({
        value: processing,
        label: processingLabel[processing],
      }))}
      error={error}
    />
  );
}

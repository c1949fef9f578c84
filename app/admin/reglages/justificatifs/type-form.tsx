"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { TextAreaField, TextField } from "@/components/ui/field";
import { documentTypeEffects, type DocumentTypeSetting } from "@/lib/domain/document-type-setting";
import { useSentForm } from "@/app/use-sent-form";
import { ColleagueChanges } from "../colleague-changes";
import { SettingEffects } from "../setting-effects";
import { saveTypeOfDocument } from "./actions";
import { ProcessingChoice, SubjectChoice, ValidityChoice } from "./type-choices";
import { documentTypeFacts } from "./words";

const fieldOf = {
  "setting-label-taken": "label",
  "document-type-filed": "subject",
  "validity-months-missing": "validityMonths",
};

const blank: DocumentTypeSetting = {
  label: "",
  explanation: null,
  subject: "child",
  validity: "schoolYear",
  validityMonths: null,
  processing: "examined",
  required: false,
  forLate: false,
  active: true,
};

/** A kind of document, with what its change does, said before it is saved. */
export function DocumentTypeForm({
  type,
  idempotencyKey,
}: {
  /** Null: a new one. */
  type:
    | (DocumentTypeSetting & {
        readonly id: number;
        readonly documents: number;
        readonly stamp: string;
      })
    | null;
  idempotencyKey: string;
}) {
  const form = useSentForm(saveTypeOfDocument, fieldOf, "enregistrer");
  const [opened] = useState(type);
  const [draft, setDraft] = useState<DocumentTypeSetting>(type ?? blank);
  const [months, setMonths] = useState(String(type?.validityMonths ?? ""));
  const change = (part: Partial<DocumentTypeSetting>) => setDraft({ ...draft, ...part });
  const documents = type?.documents ?? 0;
  const counted = draft.validity === "months" && /^\d+$/.test(months) ? Number(months) : null;
  const typed = { ...draft, validityMonths: counted };

  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      {type && opened && (
        <ColleagueChanges before={documentTypeFacts(opened)} now={documentTypeFacts(type)} />
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {type && (
        <>
          <input type="hidden" name="id" value={type.id} />
          <input type="hidden" name="shown" value={type.stamp} />
        </>
      )}
      <Card title="Ce que lisent les familles" titleId="textes">
        <div className="grid max-w-2xl gap-5">
          <TextField
            name="label"
            label="Nom"
            hint={"Par exemple «\u00a0Attestation d’assurance scolaire\u00a0»."}
            value={draft.label}
            onChange={(event) => change({ label: event.target.value })}
            maxLength={80}
            autoComplete="off"
            error={form.messageOf("label")}
          />
          <TextAreaField
            name="explanation"
            label="Explication"
            hint="Ce que le document doit montrer, et où le trouver."
            optional
            rows={3}
            value={draft.explanation ?? ""}
            onChange={(event) => change({ explanation: event.target.value || null })}
            error={form.messageOf("explanation")}
          />
        </div>
      </Card>
      <Card title="La règle" titleId="la-regle">
        <div className="grid max-w-2xl gap-5">
          <SubjectChoice
            value={draft.subject}
            documents={documents}
            onChange={(subject) => change({ subject })}
            error={form.messageOf("subject")}
          />
          <ValidityChoice
            value={draft.validity}
            months={months}
            onChange={(validity) => change({ validity })}
            onMonths={setMonths}
            messageOf={form.messageOf}
          />
          {draft.forLate ? (
            <p>
              Ce document se joint seulement aux demandes hors délai, et se lit avec elles.
              <input type="hidden" name="processing" value={draft.processing} />
            </p>
          ) : (
            <>
              <ProcessingChoice
                value={draft.processing}
                onChange={(processing) => change({ processing })}
                error={form.messageOf("processing")}
              />
              <Checkbox
                id="required"
                name="required"
                value="1"
                label="Demandé à toutes les familles"
                checked={draft.required}
                onChange={(event) => change({ required: event.target.checked })}
              />
            </>
          )}
          <Checkbox
            id="active"
            name="active"
            value="1"
            label="Les familles peuvent le donner"
            hint={"Décochez pour le retirer\u00a0: les documents déjà donnés sont gardés."}
            checked={draft.active}
            onChange={(event) => change({ active: event.target.checked })}
          />
        </div>
      </Card>
      <SettingEffects effects={documentTypeEffects(type, typed, documents)} />
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {type ? "Enregistrer" : "Ajouter ce document"}
        </Button>
        <ButtonLink href="/admin/reglages/justificatifs" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

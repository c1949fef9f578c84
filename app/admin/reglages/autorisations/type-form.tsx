"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import { TextAreaField, TextField } from "@/components/ui/field";
import { settingEffects, type AuthorizationSetting } from "@/lib/domain/authorization-setting";
import { useSentForm } from "@/app/use-sent-form";
import { ColleagueChanges } from "../colleague-changes";
import { SettingEffects } from "../setting-effects";
import { saveAuthorization } from "./actions";
import { IconChoice } from "./icon-choice";
import { SubjectChoice } from "./subject-choice";
import { settingFacts } from "./words";

const fieldOf = { "setting-label-taken": "label", "authorization-answered": "subject" };

export interface TypeFormProps {
  /** Null: a new one. */
  readonly type:
    | (AuthorizationSetting & {
        readonly id: number;
        readonly answers: number;
        readonly stamp: string;
      })
    | null;
  readonly idempotencyKey: string;
}

const blank: AuthorizationSetting = {
  label: "",
  explanation: null,
  icon: "exit",
  subject: "child",
  required: true,
  minimumAge: null,
  active: true,
};

/** A question to families, with what its change does, said before it is saved. */
export function TypeForm({ type, idempotencyKey }: TypeFormProps) {
  const form = useSentForm(saveAuthorization, fieldOf, "enregistrer");
  const [opened] = useState(type);
  const [draft, setDraft] = useState<AuthorizationSetting>(type ?? blank);
  const [age, setAge] = useState(String(type?.minimumAge ?? ""));
  const change = (part: Partial<AuthorizationSetting>) => setDraft({ ...draft, ...part });
  const answers = type?.answers ?? 0;
  const typed = { ...draft, minimumAge: /^\d+$/.test(age) ? Number(age) : null };

  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Rien n’est enregistré" />
      <RequiredNote />
      {type && opened && (
        <ColleagueChanges before={settingFacts(opened)} now={settingFacts(type)} />
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
            hint={"Par exemple «\u00a0Sortir seul de l’activité\u00a0»."}
            value={draft.label}
            onChange={(event) => change({ label: event.target.value })}
            maxLength={80}
            autoComplete="off"
            error={form.messageOf("label")}
          />
          <TextAreaField
            name="explanation"
            label="Explication"
            hint="Ce que les familles autorisent exactement, en une ou deux phrases."
            optional
            rows={3}
            value={draft.explanation ?? ""}
            onChange={(event) => change({ explanation: event.target.value || null })}
            error={form.messageOf("explanation")}
          />
          <IconChoice
            value={draft.icon}
            onChange={(icon) => change({ icon })}
            error={form.messageOf("icon")}
          />
        </div>
      </Card>
      <Card title="À qui la question est posée" titleId="pour-qui">
        <div className="grid max-w-2xl gap-5">
          <SubjectChoice
            value={draft.subject}
            answers={answers}
            onChange={(subject) => change({ subject })}
            error={form.messageOf("subject")}
          />
          <TextField
            name="minimumAge"
            label="Âge minimal de l’enfant, en années"
            hint="Laissez vide pour poser la question à tout âge."
            optional
            inputMode="numeric"
            className="max-w-24"
            value={age}
            onChange={(event) => setAge(event.target.value)}
            autoComplete="off"
            error={form.messageOf("minimumAge")}
          />
          <Checkbox
            id="required"
            name="required"
            value="1"
            label="Les familles doivent répondre"
            checked={draft.required}
            onChange={(event) => change({ required: event.target.checked })}
          />
          <Checkbox
            id="active"
            name="active"
            value="1"
            label="La question est posée aux familles"
            hint={"Décochez pour la retirer\u00a0: les réponses et leur historique sont gardés."}
            checked={draft.active}
            onChange={(event) => change({ active: event.target.checked })}
          />
        </div>
      </Card>
      <SettingEffects effects={settingEffects(type, typed, answers)} />
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={form.pending} wide>
          {type ? "Enregistrer" : "Ajouter cette autorisation"}
        </Button>
        <ButtonLink href="/admin/reglages/autorisations" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

"use client";

import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { RequiredNote } from "@/components/ui/required-note";
import { inviteNewAgent } from "../actions";
import { RightsFields, type RightsChoices } from "../rights-fields";
import { agentRoles } from "@/lib/domain/access";

const fieldOf = { "agent-email-taken": "email", "scope-missing": "limites" };

const lines = [
  { name: "firstName", label: "Prénom" },
  { name: "lastName", label: "Nom" },
  { name: "email", label: "Adresse électronique", type: "email" },
] as const;

/** Who is invited, and what the person may. */
export function NewAgentForm({
  choices,
  idempotencyKey,
}: {
  choices: RightsChoices;
  idempotencyKey: string;
}) {
  const form = useSentForm(inviteNewAgent, fieldOf, "inviter");
  const role = agentRoles.find((one) => one === form.givenBack["role"]);
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-6">
      <ErrorSummary errors={form.problems} title="Personne n’est invité" />
      <RequiredNote />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Card title="La personne" titleId="titre-personne">
        <div className="grid max-w-2xl gap-5">
          {lines.map((line) => (
            <TextField
              key={line.name}
              {...line}
              autoComplete="off"
              defaultValue={form.givenBack[line.name] ?? ""}
              error={form.messageOf(line.name)}
            />
          ))}
        </div>
      </Card>
      <RightsFields role={role} scopes={[]} choices={choices} messageOf={form.messageOf} />
      <div className="flex flex-wrap gap-3">
        <Button id="inviter" type="submit" icon="mail" busy={form.pending} wide>
          Inviter cette personne
        </Button>
        <ButtonLink href="/admin/agents" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

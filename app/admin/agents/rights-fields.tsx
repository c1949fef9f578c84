import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import { agentRoles, type AgentRole, type AgentScope } from "@/lib/domain/access";
import { roleLabel, roleSummary } from "./words";

/** Empty rows below those that are filled. */
const emptyRows = 2;

interface Named {
  readonly id: number;
  readonly label: string;
}

export interface RightsChoices {
  readonly activities: readonly Named[];
  readonly establishments: readonly Named[];
}

/** The role, and the limits of a role that has some: rows that work without JavaScript. */
export function RightsFields({
  role,
  scopes,
  choices,
  messageOf,
}: {
  role: AgentRole | undefined;
  scopes: readonly AgentScope[];
  choices: RightsChoices;
  messageOf: (field: string) => string | undefined;
}) {
  const rows = [...scopes, ...Array.from({ length: emptyRows }, () => null)];
  return (
    <>
      <Card title="Rôle" titleId="titre-role">
        <RadioGroup
          name="role"
          legend="Ce que cette personne fait"
          defaultValue={role}
          error={messageOf("role")}
          options={agentRoles.map((one) => ({
            value: one,
            label: roleLabel[one],
            hint: roleSummary[one],
          }))}
        />
      </Card>
      <Card title="Limites" titleId="titre-limites">
        <Fieldset
          name="limites"
          legend="Activités et établissements"
          hint="Pour un agent d’activités ou un animateur. Les autres rôles valent pour toute la commune. Une ligne vide ne compte pas."
          error={messageOf("limites")}
        >
          <ul className="grid gap-4">
            {rows.map((scope, i) => (
              <li key={i} className="grid gap-3 sm:grid-cols-2">
                <ScopeChoice
                  name="activities[]"
                  id={`activite-${i}`}
                  label={`Activité, ligne ${i + 1}`}
                  every="Toutes les activités"
                  list={choices.activities}
                  chosen={scope?.activityId}
                />
                <ScopeChoice
                  name="establishments[]"
                  id={`etablissement-${i}`}
                  label={`Établissement, ligne ${i + 1}`}
                  every="Tous les établissements"
                  list={choices.establishments}
                  chosen={scope?.establishmentId}
                />
              </li>
            ))}
          </ul>
        </Fieldset>
      </Card>
    </>
  );
}

function ScopeChoice({
  every,
  list,
  chosen,
  ...field
}: {
  name: string;
  id: string;
  label: string;
  every: string;
  list: readonly Named[];
  chosen: number | "every" | undefined;
}) {
  return (
    <SelectField {...field} defaultValue={chosen ?? ""}>
      <option value="">Ligne vide</option>
      <option value="every">{every}</option>
      {list.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}

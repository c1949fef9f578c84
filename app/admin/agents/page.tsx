import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { SettingLine } from "@/app/admin/reglages/setting-line";
import { Outcome } from "@/components/portal/requests/outcome";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorize, requirePermission } from "@/lib/auth";
import { needsScopes } from "@/lib/domain/access";
import { readAgents, readScopeChoices } from "@/lib/services/agents/read-agents";
import { roleLabel, roleSummary, scopeInWords } from "./words";

export const metadata: Metadata = { title: "Agents" };

/** Who has an account of the town hall, and what it may. */
export default async function AgentsPage({ searchParams }: PageProps<"/admin/agents">) {
  const { actor, agent } = await requirePermission("manage-agents");
  const [agents, choices] = await Promise.all([readAgents(agent), readScopeChoices(agent)]);
  const savedId = textParam(await searchParams, "enregistre");
  const saved = agents.find(({ id }) => id === savedId);
  return (
    <>
      <PageHeading lead="Ce que chaque agent peut voir et faire. Un changement vaut dès la prochaine page qu’il ouvre.">
        Agents
      </PageHeading>
      <div className="grid gap-6">
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/admin/agents/nouveau" icon="plus">
            Inviter un agent
          </ButtonLink>
          {authorize(actor, "read-journal") !== null && (
            <ButtonLink href="/admin/journal" variant="secondary" icon="book">
              Journal
            </ButtonLink>
          )}
        </div>
        {saved && (
          <Outcome key={saved.stamp}>
            {`${saved.name}\u00a0: ${roleLabel[saved.role]}. C’est enregistré.`}
          </Outcome>
        )}
        <ul className="grid gap-3">
          {agents.map(({ id, name, email, active, activated, role, scopes }) => (
            <SettingLine
              key={id}
              href={`/admin/agents/${id}`}
              label={name}
              badges={
                <>
                  <Badge tone="info">{roleLabel[role]}</Badge>
                  {!active && <Badge tone="warning">Compte fermé</Badge>}
                  {active && !activated && <Badge tone="neutral">Invité</Badge>}
                  {needsScopes(role) && scopes.length === 0 && (
                    <Badge tone="warning">Sans limite choisie&nbsp;: ne voit rien</Badge>
                  )}
                </>
              }
              facts={[email]}
            >
              <p className="text-muted max-w-prose text-sm">
                {needsScopes(role) && scopes.length > 0
                  ? scopes.map((scope) => scopeInWords(scope, choices)).join("\u00a0; ")
                  : roleSummary[role]}
              </p>
            </SettingLine>
          ))}
        </ul>
      </div>
    </>
  );
}

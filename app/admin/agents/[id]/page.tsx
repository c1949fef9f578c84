import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { Callout } from "@/components/ui/callout";
import { requireFreshCode, requirePermission } from "@/lib/auth";
import { realNow } from "@/lib/clock";
import { countAgentSessions } from "@/lib/services/agents/agent-sessions";
import { hasFactor } from "@/lib/services/agents/reset-factor";
import { readAgents, readScopeChoices } from "@/lib/services/agents/read-agents";
import { FactorCard } from "./factor-card";
import { RightsForm } from "./rights-form";
import { SessionsCard } from "./sessions-card";

// The title and the page read it once.
const readOne = cache(async (id: string) => {
  const { actor, agent } = await requirePermission("manage-agents");
  await requireFreshCode(actor);
  const found = (await readAgents(agent)).find((one) => one.id === id);
  return found && { agent, found };
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/agents/[id]">): Promise<Metadata> {
  const page = await readOne((await params).id);
  return { title: page ? `Droits de ${page.found.name}` : "Agent introuvable" };
}

/** An agent's role, and how far it goes. */
export default async function AgentPage({ params, searchParams }: PageProps<"/admin/agents/[id]">) {
  const page = (await readOne((await params).id)) ?? notFound();
  const { agent, found } = page;
  const [choices, open, isFactorSet, { deconnecte, reinitialise }] = await Promise.all([
    readScopeChoices(agent),
    countAgentSessions(agent, found.id, realNow()),
    hasFactor(agent, found.id),
    searchParams,
  ]);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/agents", label: "Agents" }]} here={found.name} />
      <PageHeading lead={found.email}>{found.name}</PageHeading>
      <div className="grid gap-6">
        {deconnecte === "1" && (
          <Callout tone="success">
            Les appareils de cette personne sont déconnectés. Pour revenir, il lui faut son mot de
            passe.
          </Callout>
        )}
        {reinitialise === "1" && (
          <Callout tone="success">
            La validation en deux étapes est réinitialisée, un courriel le dit à cette personne.
            Elle la remettra en place à sa prochaine connexion.
          </Callout>
        )}
        <RightsForm agent={found} choices={choices} idempotencyKey={randomUUID()} />
        <SessionsCard accountId={found.id} open={open} />
        <FactorCard accountId={found.id} isSet={isFactorSet} />
      </div>
    </>
  );
}

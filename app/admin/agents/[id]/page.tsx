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
import { ofPerson } from "@/lib/domain/name-words";
import { AccountCard } from "./account-card";
import { FactorCard } from "./factor-card";
import { RightsForm } from "./rights-form";
import { SessionsCard } from "./sessions-card";

// The title and the page read it once.
const readOne = cache(async (id: string) => {
  const { actor, agent } = await requirePermission("manage-agents");
  await requireFreshCode(actor);
  const found = (await readAgents(agent)).find((one) => one.id === id);
  return found && { actor, agent, found };
});

export async function generateMetadata({
  params,
}: PageProps<"/admin/agents/[id]">): Promise<Metadata> {
  const page = await readOne((await params).id);
  return { title: page ? `Droits ${ofPerson(page.found.name)}` : "Agent introuvable" };
}

/** What was just done, by what the address says. */
const outcomes = [
  ["invite", "1", "L’invitation est partie par courriel. Le lien vaut sept jours."],
  [
    "compte",
    "ferme",
    "Le compte est fermé, et ses appareils sont déconnectés. Ce que cette personne a fait reste au journal.",
  ],
  ["compte", "ouvert", "Le compte est rouvert, avec le rôle et les limites qu’il avait."],
  [
    "deconnecte",
    "1",
    "Les appareils de cette personne sont déconnectés. Pour revenir, il lui faut son mot de passe.",
  ],
  [
    "reinitialise",
    "1",
    "La validation en deux étapes est réinitialisée, un courriel le dit à cette personne. Elle la remettra en place à sa prochaine connexion.",
  ],
] as const;

/** An agent's account, role, and how far it goes. */
export default async function AgentPage({ params, searchParams }: PageProps<"/admin/agents/[id]">) {
  const page = (await readOne((await params).id)) ?? notFound();
  const { actor, agent, found } = page;
  const [choices, open, isFactorSet, query] = await Promise.all([
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
        {outcomes
          .filter(([name, value]) => query[name] === value)
          .map(([name, , sentence]) => (
            <Callout key={name} tone="success">
              {sentence}
            </Callout>
          ))}
        <AccountCard
          accountId={found.id}
          active={found.active}
          activated={found.activated}
          isOwn={found.id === actor.accountId}
          idempotencyKey={randomUUID()}
        />
        <RightsForm agent={found} choices={choices} idempotencyKey={randomUUID()} />
        <SessionsCard accountId={found.id} open={open} />
        <FactorCard accountId={found.id} isSet={isFactorSet} />
      </div>
    </>
  );
}

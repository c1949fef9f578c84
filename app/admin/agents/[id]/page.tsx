import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readAgents, readScopeChoices } from "@/lib/services/agents/read-agents";
import { RightsForm } from "./rights-form";

// The title and the page read it once.
const readOne = cache(async (id: string) => {
  const { agent } = await requirePermission("manage-agents");
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
export default async function AgentPage({ params }: PageProps<"/admin/agents/[id]">) {
  const page = (await readOne((await params).id)) ?? notFound();
  const { agent, found } = page;
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/agents", label: "Agents" }]} here={found.name} />
      <PageHeading lead={found.email}>{found.name}</PageHeading>
      <RightsForm
        agent={found}
        choices={await readScopeChoices(agent)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

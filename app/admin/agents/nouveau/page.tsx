import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFreshCode, requirePermission } from "@/lib/auth";
import { readScopeChoices } from "@/lib/services/agents/read-agents";
import { NewAgentForm } from "./new-agent-form";

export const metadata: Metadata = { title: "Inviter un agent" };

export default async function NewAgentPage() {
  const { actor, agent } = await requirePermission("manage-agents");
  await requireFreshCode(actor);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/agents", label: "Agents" }]} here="Inviter un agent" />
      <PageHeading lead="La personne reçoit un lien, valable sept jours, pour choisir son mot de passe.">
        Inviter un agent
      </PageHeading>
      <NewAgentForm choices={await readScopeChoices(agent)} idempotencyKey={randomUUID()} />
    </>
  );
}

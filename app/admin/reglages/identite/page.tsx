import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readIdentity } from "@/lib/services/identity/save-identity";
import { IdentityForm } from "./identity-form";
import { identityForm } from "./words";

export const metadata: Metadata = { title: "Nom et coordonnées" };

/** What the town is called, and how families reach it. */
export default async function IdentityPage({
  searchParams,
}: PageProps<"/admin/reglages/identite">) {
  const { agent } = await requirePermission("manage-settings");
  const shown = await readIdentity(agent);
  const isSaved = textParam(await searchParams, "enregistre") === "1";
  return (
    <>
      <Breadcrumb
        above={[{ href: "/admin/reglages", label: "Réglages" }]}
        here="Nom et coordonnées"
      />
      <PageHeading lead="Ce qui est écrit en haut et en bas de chaque page, dans les courriels et sur les documents.">
        Nom et coordonnées
      </PageHeading>
      <div className="grid gap-6">
        {isSaved && (
          <Outcome key={shown.stamp}>
            C’est enregistré. Toutes les pages le disent dès maintenant.
          </Outcome>
        )}
        {/* Once saved, the form starts from what stands. */}
        <IdentityForm
          key={isSaved ? shown.stamp : "saisie"}
          {...identityForm(shown)}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

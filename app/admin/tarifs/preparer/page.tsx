import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { listVersions } from "@/lib/services/tariffs/list-versions";
import { phaseLabel, phaseOf } from "../words";
import { CopyForm } from "./copy-form";

export const metadata: Metadata = { title: "Préparer les tarifs suivants" };

/** A new draft begins as a copy. */
export default async function PreparePage({ searchParams }: PageProps<"/admin/tarifs/preparer">) {
  const { agent } = await requirePermission("manage-tariffs");
  const versions = await listVersions(agent);
  const today = dayOf(nowMoment());
  const asked = idParam(textParam(await searchParams, "modele"));
  const newest = versions.find(({ state }) => state === "published") ?? versions[0];
  const model = versions.find(({ id }) => id === asked) ?? newest;
  return (
    <>
      <Breadcrumb
        above={[{ href: "/admin/tarifs", label: "Tarifs" }]}
        here="Préparer les tarifs suivants"
      />
      <PageHeading lead="Le brouillon reprend tous les prix, les réductions et les réglages du modèle. Rien ne change pour les familles tant qu’il n’est pas publié.">
        Préparer les tarifs suivants
      </PageHeading>
      <CopyForm
        models={versions.map((version) => ({
          id: version.id,
          label: `${version.name} (${phaseLabel[phaseOf(version, today)].toLowerCase()})`,
        }))}
        modelId={model?.id ?? null}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

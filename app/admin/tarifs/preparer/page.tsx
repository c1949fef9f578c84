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

const TITLE = "Préparer les tarifs suivants";

export const metadata: Metadata = { title: TITLE };

/** A new draft begins as a copy, a town's first one with nothing. */
export default async function PreparePage({ searchParams }: PageProps<"/admin/tarifs/preparer">) {
  const { agent } = await requirePermission("manage-tariffs");
  const versions = await listVersions(agent);
  const today = dayOf(nowMoment());
  const asked = idParam(textParam(await searchParams, "modele"));
  const newest = versions.find(({ state }) => state === "published") ?? versions[0];
  const model = versions.find(({ id }) => id === asked) ?? newest;
  const { title, lead } =
    versions.length === 0
      ? {
          title: "Créer les premiers tarifs",
          lead: "Donnez-leur un nom, puis écrivez les prix. Les familles ne voient rien tant qu’ils ne sont pas publiés.",
        }
      : {
          title: TITLE,
          lead: "Le brouillon reprend tous les prix, les réductions et les réglages du modèle. Rien ne change pour les familles tant qu’il n’est pas publié.",
        };
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/tarifs", label: "Tarifs" }]} here={title} />
      <PageHeading lead={lead}>{title}</PageHeading>
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

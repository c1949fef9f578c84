import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type Query, idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { plural } from "@/lib/domain/day-words";
import { readDietList, type DietList } from "@/lib/services/settings/diets";
import { readFieldSettings } from "@/lib/services/settings/field-rules";
import { Diets } from "./diet-list";
import { RulesForm } from "./rules-form";

export const metadata: Metadata = { title: "Réglages du dossier" };

/** What families see and change of their file, and the diets that they choose from. */
export default async function FileSettingsPage({
  searchParams,
}: PageProps<"/admin/reglages/dossier">) {
  const { agent } = await requirePermission("manage-settings");
  const [{ rules, stamp }, diets] = await Promise.all([
    readFieldSettings(agent),
    readDietList(agent),
  ]);
  const done = outcomeOf(await searchParams, diets);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/reglages", label: "Réglages" }]} here="Dossier" />
      <PageHeading
        lead={
          "Ce que les familles voient et modifient de leur dossier. Une donnée masquée reste enregistrée\u00a0: les agents la voient toujours."
        }
      >
        Dossier de la famille
      </PageHeading>
      <div className="grid gap-8">
        {done && <Outcome key={done.key}>{done.said}</Outcome>}
        {/* Once saved, the form starts from what stands. */}
        <RulesForm
          key={done?.key ?? "champs"}
          rules={rules}
          stamp={stamp}
          idempotencyKey={randomUUID()}
        />
        <Diets list={diets} />
      </div>
    </>
  );
}

function outcomeOf(query: Query, { diets }: DietList): { key: string; said: string } | null {
  const changed = idParam(textParam(query, "champs"));
  if (changed !== null) {
    const fields = plural(changed, "champ réglé", "champs réglés");
    return { key: `champs ${changed}`, said: `${fields}. Les familles le voient dès maintenant.` };
  }
  const diet = diets.find(({ id }) => id === idParam(textParam(query, "regime")));
  if (!diet) return null;
  return {
    key: `regime ${diet.stamp}`,
    said: `Le régime «\u00a0${diet.label}\u00a0» est enregistré.`,
  };
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requirePermission } from "@/lib/auth";
import { describeCutOff } from "@/lib/domain/cut-off-words";
import { plural } from "@/lib/domain/day-words";
import { readActivities } from "@/lib/services/settings/activities";
import { OrderButtons } from "../order-buttons";
import { SettingLine } from "../setting-line";
import { SettingList } from "../setting-list";
import { moveActivity } from "./actions";

export const metadata: Metadata = { title: "Activités" };

/** What families may book, in the order in which they read it. */
export default async function ActivitiesPage({
  searchParams,
}: PageProps<"/admin/reglages/activites">) {
  const { agent } = await requirePermission("manage-settings");
  const { activities, orderStamp } = await readActivities(agent);
  return (
    <SettingList
      title="Activités"
      lead="Ce que les familles réservent, jusqu’à quand, et qui leur répond, dans l’ordre où elles le lisent."
      add={{ href: "/admin/reglages/activites/nouveau", label: "Ajouter une activité" }}
      query={await searchParams}
      lines={activities.map(({ id, stamp, setting: { label } }) => ({ id, stamp, label }))}
      empty={{
        title: "Aucune activité",
        text: "Ajoutez-en une\u00a0: la restauration, l’accueil du matin et du soir, les mercredis.",
      }}
    >
      <ol className="grid gap-3">
        {activities.map(({ id, setting, department, units, groups }, i) => (
          <SettingLine
            key={id}
            href={`/admin/reglages/activites/${id}`}
            label={setting.label}
            facts={[
              department,
              plural(units, "unité", "unités"),
              plural(groups, "groupe", "groupes"),
              `ajouts ${describeCutOff(setting.addCutOff)}`,
            ]}
          >
            <OrderButtons
              move={moveActivity}
              id={id}
              label={setting.label}
              place={i + 1}
              count={activities.length}
              shown={orderStamp}
              idempotencyKey={randomUUID()}
            />
          </SettingLine>
        ))}
      </ol>
    </SettingList>
  );
}

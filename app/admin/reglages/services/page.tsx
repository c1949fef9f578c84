import type { Metadata } from "next";
import { plural } from "@/lib/domain/day-words";
import { requirePermission } from "@/lib/auth";
import { readDepartments } from "@/lib/services/settings/departments";
import { SettingLine } from "../setting-line";
import { SettingList } from "../setting-list";

export const metadata: Metadata = { title: "Services municipaux" };

/** The services that answer for the activities. */
export default async function DepartmentsPage({
  searchParams,
}: PageProps<"/admin/reglages/services">) {
  const { agent } = await requirePermission("manage-settings");
  const departments = await readDepartments(agent);
  return (
    <SettingList
      title="Services municipaux"
      lead="Les services qui répondent aux familles, chacun pour ses activités."
      add={{ href: "/admin/reglages/services/nouveau", label: "Ajouter un service" }}
      query={await searchParams}
      lines={departments.map(({ id, stamp, setting: { name } }) => ({ id, stamp, label: name }))}
      empty={{
        title: "Aucun service",
        text: "Ajoutez-en un\u00a0: chaque activité dépend d’un service.",
      }}
    >
      <ul className="grid gap-3">
        {departments.map(({ id, setting, activities }) => (
          <SettingLine
            key={id}
            href={`/admin/reglages/services/${id}`}
            label={setting.name}
            facts={[
              setting.email,
              ...(setting.phone ? [setting.phone] : []),
              plural(activities, "activité", "activités"),
            ]}
          />
        ))}
      </ul>
    </SettingList>
  );
}

import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { requirePermission } from "@/lib/auth";
import { formatDay, plural } from "@/lib/domain/day-words";
import { readEstablishments } from "@/lib/services/settings/establishments";
import { SettingLine } from "../setting-line";
import { SettingList } from "../setting-list";

export const metadata: Metadata = { title: "Établissements" };

/** Where children are received; those that closed stay in the list, archived. */
export default async function EstablishmentsPage({
  searchParams,
}: PageProps<"/admin/reglages/etablissements">) {
  const { agent } = await requirePermission("manage-settings");
  const establishments = await readEstablishments(agent);
  return (
    <SettingList
      title="Établissements"
      lead={
        "Les écoles et les centres où les enfants sont accueillis. Un établissement qui ferme s’archive\u00a0: ce qu’il a accueilli est gardé."
      }
      add={{ href: "/admin/reglages/etablissements/nouveau", label: "Ajouter un établissement" }}
      query={await searchParams}
      lines={establishments.map(({ id, stamp, setting: { name } }) => ({ id, stamp, label: name }))}
      empty={{
        title: "Aucun établissement",
        text: "Ajoutez-en un\u00a0: chaque groupe est dans un établissement.",
      }}
    >
      <ul className="grid gap-3">
        {establishments.map(({ id, setting: { name, archivedSince }, groups }) => (
          <SettingLine
            key={id}
            href={`/admin/reglages/etablissements/${id}`}
            label={name}
            facts={[plural(groups, "groupe", "groupes")]}
            badges={
              archivedSince && (
                <Badge tone="warning">
                  {`Archivé depuis le ${formatDay(archivedSince, "dateMedium")}`}
                </Badge>
              )
            }
          />
        ))}
      </ul>
    </SettingList>
  );
}

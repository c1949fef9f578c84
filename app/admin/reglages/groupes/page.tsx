import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { requirePermission } from "@/lib/auth";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import { readGroups } from "@/lib/services/settings/groups";
import { SettingLine } from "../setting-line";
import { SettingList } from "../setting-list";
import { readYears } from "./read-years";
import { groupTitle } from "./words";

export const metadata: Metadata = { title: "Groupes et ouvertures" };

/** Where and when each activity opens, one school year at a time. */
export default async function GroupsPage({ searchParams }: PageProps<"/admin/reglages/groupes">) {
  const { agent } = await requirePermission("manage-settings");
  const query = await searchParams;
  const { years, year } = await readYears(agent, idParam(textParam(query, "annee")));
  const copies = idParam(textParam(query, "copies"));
  const groups = year ? await readGroups(agent, { schoolYearId: year.id }) : [];
  return (
    <SettingList
      title="Groupes et ouvertures"
      lead="Où et quand chaque activité ouvre, pour une année scolaire. Un enfant est inscrit dans un groupe."
      add={
        year && {
          href: `/admin/reglages/groupes/nouveau?annee=${year.id}`,
          label: "Ajouter un groupe",
        }
      }
      query={query}
      lines={groups.map((group) => ({
        id: group.id,
        stamp: group.stamp,
        label: groupTitle(group),
      }))}
      empty={
        year
          ? {
              title: `Aucun groupe en ${year.name}`,
              text: "Ajoutez-en un\u00a0: une activité, dans un établissement, avec ses dates.",
            }
          : {
              title: "Aucune année scolaire",
              text: "Le calendrier scolaire doit d’abord être importé\u00a0: un groupe est d’une année.",
            }
      }
      aside={
        year && (
          <>
            {copies && (
              <Outcome>{`${plural(copies, "groupe copié", "groupes copiés")}, avec leurs ouvertures. Relisez leurs dates.`}</Outcome>
            )}
            <div className="flex flex-wrap items-center justify-between gap-3">
              <SegmentedLinks
                label="Année scolaire"
                items={years.map(({ id, name }) => ({
                  href: `/admin/reglages/groupes?annee=${id}`,
                  label: name,
                  current: id === year.id,
                }))}
              />
              {groups.length > 0 && (
                <ButtonLink
                  href={`/admin/reglages/groupes/copier?annee=${year.id}`}
                  icon="copy"
                  variant="secondary"
                >
                  Copier vers l’année suivante
                </ButtonLink>
              )}
            </div>
          </>
        )
      }
    >
      <ul className="grid gap-3">
        {groups.map((group) => (
          <SettingLine
            key={group.id}
            href={`/admin/reglages/groupes/${group.id}`}
            label={groupTitle(group)}
            facts={[
              // Two groups of one activity in one place may have no other name.
              group.setting.code,
              formatPeriod({ from: group.setting.firstDay, to: group.setting.lastDay }),
              plural(group.openings, "ouverture", "ouvertures"),
              plural(group.inscriptions, "inscription", "inscriptions"),
            ]}
          />
        ))}
      </ul>
    </SettingList>
  );
}

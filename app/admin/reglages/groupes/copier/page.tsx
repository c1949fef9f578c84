import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatPeriod, plural } from "@/lib/domain/day-words";
import { planCopy, type CopiedGroup } from "@/lib/services/settings/copy-groups";
import { CopyForm } from "../copy-form";
import { readYears } from "../read-years";
import { groupsAbove } from "../words";

export const metadata: Metadata = { title: "Copier vers l’année suivante" };

const whyNot: Readonly<Record<NonNullable<CopiedGroup["leftOut"]>, string>> = {
  exists: "Il y est déjà\u00a0: il reste comme il est.",
  archived: "Son établissement est archivé.",
  "no-day-left": "Ses dates sortent de l’année suivante.",
};

/** What the groups of a year become in the next, before they are made. */
export default async function CopyGroupsPage({
  searchParams,
}: PageProps<"/admin/reglages/groupes/copier">) {
  const { agent } = await requirePermission("manage-settings");
  const { year } = await readYears(agent, idParam(textParam(await searchParams, "annee")));
  const plan = year && (await planCopy(agent, year.id));
  const copied = plan?.groups.filter(({ leftOut }) => leftOut === null) ?? [];
  return (
    <>
      <Breadcrumb above={groupsAbove} here="Copier vers l’année suivante" />
      <PageHeading
        above={plan ? `De ${plan.from.name} à ${plan.to.name}` : year?.name}
        lead={
          "Chaque groupe est copié avec ses ouvertures, à des dates qui suivent l’année. Les fermetures exceptionnelles et les inscriptions ne sont pas copiées."
        }
      >
        Copier vers l’année suivante
      </PageHeading>
      {plan && plan.groups.length > 0 ? (
        <div className="grid gap-6">
          <ul className="grid gap-3">
            {plan.groups.map((group) => (
              <CopiedLine key={group.id} group={group} />
            ))}
          </ul>
          {copied.length > 0 ? (
            <CopyForm
              schoolYearId={plan.from.id}
              shown={plan.stamp}
              label={`Copier ${plural(copied.length, "groupe", "groupes")} en ${plan.to.name}`}
              idempotencyKey={randomUUID()}
            />
          ) : (
            <p>{`Tout est déjà en ${plan.to.name}\u00a0: il n’y a rien à copier.`}</p>
          )}
        </div>
      ) : (
        <EmptyState icon="calendar" title="Rien à copier">
          {
            "L’année suivante n’est pas dans le calendrier scolaire, ou celle-ci n’a aucun groupe. Le calendrier s’importe d’abord."
          }
        </EmptyState>
      )}
    </>
  );
}

function CopiedLine({ group: { title, dates, openings, leftOut } }: { group: CopiedGroup }) {
  const what = dates
    ? `${formatPeriod(dates)}, ${plural(openings.length, "ouverture", "ouvertures")}`
    : "";
  return (
    <li className="border-line bg-card rounded-xl border p-[min(1rem,5vw)]">
      <h2 className="text-lg">{title}</h2>
      <p className="text-muted text-sm">{leftOut ? `N’est pas copié. ${whyNot[leftOut]}` : what}</p>
    </li>
  );
}

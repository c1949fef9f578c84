import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, type Day } from "@/lib/domain/day";
import { plural } from "@/lib/domain/day-words";
import { listVersions, type VersionSummary } from "@/lib/services/tariffs/list-versions";
import { PhaseBadge } from "./phase-badge";
import { daysInWords, phaseOf } from "./words";

export const metadata: Metadata = { title: "Tarifs" };

/** Every version of the town's tariffs: what is prepared, what is in force, what was. */
export default async function TariffsPage({ searchParams }: PageProps<"/admin/tarifs">) {
  const { agent } = await requirePermission("manage-tariffs");
  const versions = await listVersions(agent);
  const today = dayOf(nowMoment());
  const deleted = textParam(await searchParams, "supprime") !== "";
  return (
    <>
      <PageHeading
        lead="Un tarif publié ne change plus. Pour de nouveaux prix, préparez un brouillon, regardez ce qu’il change, puis publiez-le à partir d’une date."
        actions={
          <>
            {versions.length > 0 && (
              <ButtonLink href="/admin/tarifs/preparer" icon="copy" wide>
                Préparer les tarifs suivants
              </ButtonLink>
            )}
            <ButtonLink href="/admin/tarifs/categories" variant="secondary" wide>
              Catégories
            </ButtonLink>
            <ButtonLink href="/admin/tarifs/regle" variant="secondary" wide>
              Règle des prix
            </ButtonLink>
          </>
        }
      >
        Tarifs
      </PageHeading>
      <div className="grid gap-6">
        {deleted && <Outcome>Le brouillon est supprimé.</Outcome>}
        {versions.length === 0 ? (
          <EmptyState
            icon="book"
            title="Aucun tarif pour le moment"
            action={
              <ButtonLink href="/admin/tarifs/preparer" icon="plus">
                Créer les premiers tarifs
              </ButtonLink>
            }
          >
            Dites d’abord les catégories d’enfants, puis créez un brouillon, écrivez ses prix et
            publiez-le. Jusque-là, les familles réservent sans prix.
          </EmptyState>
        ) : (
          <ul className="grid gap-3">
            {versions.map((version) => (
              <VersionItem key={version.id} version={version} today={today} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function VersionItem({ version, today }: { version: VersionSummary; today: Day }) {
  const phase = phaseOf(version, today);
  const facts = [
    plural(version.rules, "prix réglé", "prix réglés"),
    version.reductions === 0
      ? "aucune réduction"
      : plural(version.reductions, "réduction", "réductions"),
  ];
  return (
    <li
      className={`border-line bg-card shadow-rest flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border p-[min(1rem,5vw)] ${phase === "inForce" ? "border-l-success-line border-l-8" : ""}`}
    >
      <div className="min-w-0">
        <h2 className="text-lg">
          <InnerLink
            href={`/admin/tarifs/${version.id}`}
            className="text-link min-h-target inline-flex items-center"
          >
            {version.name}
          </InnerLink>
        </h2>
        <p>{daysInWords(version, today)}</p>
        <p className="text-muted text-sm">{facts.join(", ")}</p>
      </div>
      <PhaseBadge phase={phase} />
    </li>
  );
}

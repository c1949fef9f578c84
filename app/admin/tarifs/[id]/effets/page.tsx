import { countOf } from "@/components/portal/tariff-grid/count-words";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { formatPeriod } from "@/lib/domain/day-words";
import { cents, formatCents, formatDifference } from "@/lib/domain/money";
import { relativeChange, relativeInWords } from "@/lib/domain/tariff/differences";
import type { Receipts } from "@/lib/domain/tariff/impact";
import { replayYear, type Replay } from "@/lib/services/tariffs/replay";
import { comparedOf, draftOf, tariffTitle } from "../read-tariff";
import { TariffFrame } from "../tariff-frame";
import { ActivityReceipts, BracketTable } from "./impact-tables";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]/effets">) {
  return tariffTitle(params, "Effets");
}

/** The last twelve months replayed on the draft: receipts, and who would have paid more or less. */
export default async function ImpactPage({ params }: PageProps<"/admin/tarifs/[id]/effets">) {
  const page = await draftOf(params);
  const { agent, grid, today } = page;
  const compared = await comparedOf(page);
  const { version } = grid;
  const frame = { version, view: "effets", today, heading: "Effets sur une année" } as const;
  const replay = compared && (await replayYear(agent, grid, compared, today));
  if (!replay || replay.cases === 0)
    return (
      <TariffFrame {...frame}>
        <EmptyState title="Rien à rejouer">
          Il faut un tarif publié, et des réservations dans les douze derniers mois.
        </EmptyState>
      </TariffFrame>
    );
  const { impact } = replay;
  const headings = { before: compared.version.name, after: version.name };
  const name = (id: number) => grid.activities.find((a) => a.id === id)?.label ?? "";
  return (
    <TariffFrame {...frame}>
      <p className="measure">
        {`Les réservations de douze mois, ${formatPeriod({ from: replay.since, to: replay.until })}, avec les prix de «\u00a0${headings.before}\u00a0» puis avec ceux du brouillon\u00a0: mêmes jours, mêmes enfants, mêmes quotients. Seuls les prix changent.`}
      </p>
      <Total replay={replay} headings={headings} />
      {impact.unpriced > 0 && (
        <Callout tone="warning">
          {`${countOf(impact.unpriced, "réservation est laissée", "réservations sont laissées")} de côté, parce que l’un des deux tarifs ne leur donne pas de prix.`}
        </Callout>
      )}
      <ActivityReceipts rows={impact.byActivity} name={name} headings={headings} />
      <BracketTable rows={impact.byBracket} />
    </TariffFrame>
  );
}

function Total({
  replay,
  headings,
}: {
  replay: Replay;
  headings: { before: string; after: string };
}) {
  const { total, days } = replay.impact;
  return (
    <DescriptionList
      items={[
        { term: "Réservations rejouées", detail: countOf(days, "réservation", "réservations") },
        { term: `Recettes avec ${headings.before}`, detail: formatCents(total.before) },
        { term: `Recettes avec ${headings.after}`, detail: formatCents(total.after) },
        { term: "Différence", detail: differenceInWords(total) },
        {
          term: "Pour mémoire",
          detail: `${formatCents(replay.kept)} aux prix des réservations`,
        },
      ]}
    />
  );
}

function differenceInWords({ before, after }: Receipts): string {
  const relative = relativeInWords(relativeChange(before, after));
  return `${formatDifference(cents(after - before))} (${relative})`;
}

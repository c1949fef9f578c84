import { randomUUID } from "node:crypto";
import { textParam } from "@/app/params";
import { countOf } from "@/components/portal/tariff-grid/count-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/field";
import { requireFreshCode, requirePermission } from "@/lib/auth";
import { addDays, parseDay, type Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { gridFaults, isComplete } from "@/lib/domain/tariff/completeness";
import { foreseePublication, type Foreseen } from "@/lib/services/tariffs/publish";
import { refusalSentence } from "@/lib/sentences";
import { comparedOf, draftOf, tariffTitle, type TariffPage } from "../read-tariff";
import { TariffFrame } from "../tariff-frame";
import { FaultList } from "./fault-list";
import { PublishForm } from "./publish-form";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]/publier">) {
  return tariffTitle(params, "Publier");
}

/** Two steps in one page: the date, then what will happen and the button that does it. */
export default async function PublishPage({
  params,
  searchParams,
}: PageProps<"/admin/tarifs/[id]/publier">) {
  const page = await draftOf(params);
  const { grid, today } = page;
  await requireFreshCode((await requirePermission("manage-tariffs")).actor);
  const faults = gridFaults(grid.version.grid, grid);
  const typed = textParam(await searchParams, "du");
  return (
    <TariffFrame version={grid.version} view="publier" today={today} heading="Publier">
      {isComplete(faults) ? (
        <DateStep page={page} typed={typed} />
      ) : (
        <FaultList faults={faults} grid={grid} />
      )}
    </TariffFrame>
  );
}

async function DateStep({ page, typed }: { page: TariffPage; typed: string }) {
  const { agent, grid, today } = page;
  const from = parseDay(typed);
  const foreseen = from && (await foreseePublication(agent, from, today));
  const error =
    typed === "" || foreseen?.ok
      ? undefined
      : refusalSentence[foreseen?.refusal ?? "tariff-date-missing"];
  const compared = await comparedOf(page);
  return (
    <>
      <form method="get" noValidate className="grid max-w-xl gap-4">
        <DateField
          // Another date brings its own value.
          key={typed}
          name="du"
          label="Premier jour d’application"
          hint={`Le tarif est complet. Il peut s’appliquer à partir de demain, ${formatDay(addDays(today, 1), "long")}.`}
          min={addDays(today, 1)}
          defaultValue={typed === "" ? nextNewYear(today) : typed}
          error={error}
        />
        <div>
          <Button type="submit" variant="secondary" iconEnd="arrow-right" wide>
            Voir ce qui va se passer
          </Button>
        </div>
      </form>
      {from && foreseen?.ok && (
        <Callout
          tone="warning"
          title={`Publier «\u00a0${grid.version.name}\u00a0» à partir du ${formatDay(from, "long")}`}
          actions={
            <PublishForm
              versionId={grid.version.id}
              revision={grid.version.revision}
              from={from}
              label={`Publier à partir du ${formatDay(from, "dateMedium")}`}
              idempotencyKey={randomUUID()}
            />
          }
        >
          <ul className="list-disc pl-5">
            {consequences(foreseen.value, from, compared?.version.name ?? null).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  );
}

function consequences(
  { endsId, following, kept, unpriced }: Foreseen,
  from: Day,
  ending: string | null,
): string[] {
  const lastDay = formatDay(addDays(from, -1), "long");
  return [
    ...(endsId === null || ending === null
      ? []
      : [`Le tarif publié jusque-là s’arrête le ${lastDay}.`]),
    "Ce tarif ne pourra plus être modifié ni supprimé\u00a0: une correction sera un nouveau tarif.",
    ...(following === 0
      ? []
      : [
          `${countOf(following, "réservation déjà faite prend ce tarif", "réservations déjà faites prennent ce tarif")}, pour les jours à partir de cette date\u00a0: chaque famille dont un prix change reçoit un message, avec le prix d’avant et celui de maintenant.`,
        ]),
    ...(kept === 0
      ? []
      : [
          `${countOf(kept, "réservation déjà faite garde son prix", "réservations déjà faites gardent leur prix")}, même pour un jour à partir de cette date.`,
        ]),
    unpriced === 0
      ? "Aucune réservation n’attend de prix."
      : `${countOf(unpriced, "réservation sans prix reçoit le sien", "réservations sans prix reçoivent le leur")}, si la catégorie de l’enfant et le quotient le permettent.`,
    "Les nouvelles réservations et les simulations prennent ces prix dès maintenant, pour les jours à partir de cette date.",
  ];
}

function nextNewYear(today: Day): string {
  return `${Number(today.slice(0, 4)) + 1}-01-01`;
}

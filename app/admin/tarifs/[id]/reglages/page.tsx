import { randomUUID } from "node:crypto";
import { unitsByActivity } from "@/lib/domain/tariff/grid";
import { typedReductionOf } from "@/lib/domain/tariff/typed-reduction";
import { draftOf, tariffTitle } from "../read-tariff";
import { TariffFrame } from "../tariff-frame";
import { SettingsForm } from "./settings-form";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]/reglages">) {
  return tariffTitle(params, "Nom et réductions");
}

/** What a draft is beside its prices. */
export default async function SettingsPage({ params }: PageProps<"/admin/tarifs/[id]/reglages">) {
  const { grid, today } = await draftOf(params);
  const { version, activities, units, categories } = grid;
  const { name, unknownQuotient, reductions } = version.grid;
  return (
    <TariffFrame version={version} view="reglages" today={today} heading="Nom et réductions">
      <SettingsForm
        versionId={version.id}
        revision={version.revision}
        settings={{ name, unknownQuotient, reductions: reductions.map(typedReductionOf) }}
        groups={unitsByActivity(activities, units).map(({ activity, units: its }) => ({
          label: activity.label,
          options: its.map(({ id, label }) => ({ id: String(id), label })),
        }))}
        categories={categories.map(({ id, label }) => ({ id: String(id), label }))}
        idempotencyKey={randomUUID()}
      />
    </TariffFrame>
  );
}

import { randomUUID } from "node:crypto";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { tariffOf, tariffTitle } from "../read-tariff";
import { namesOf } from "../reduction-list";
import { TariffFrame } from "../tariff-frame";
import { ImportForm } from "./import-form";

export async function generateMetadata({ params }: PageProps<"/admin/tarifs/[id]/tableur">) {
  return tariffTitle(params, "Tableur");
}

/** The prices as a spreadsheet: to take away, and for a draft to bring back. */
export default async function SpreadsheetPage({ params }: PageProps<"/admin/tarifs/[id]/tableur">) {
  const { grid, today } = await tariffOf(params);
  const { version, units, categories } = grid;
  const names = namesOf(grid);
  return (
    <TariffFrame version={version} view="tableur" today={today} heading="Tableur">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Exporter" titleId="exporter">
          <p className="measure mb-4">
            Tous les prix dans un fichier pour LibreOffice ou Excel, avec son mode d’emploi. Les
            réductions restent dans le portail.
          </p>
          <a
            href={`/admin/tarifs/${version.id}/tableur/fichier`}
            download
            className={buttonClass({ variant: "secondary", wide: true })}
          >
            <Icon name="download" />
            Exporter les prix (.xlsx)
          </a>
        </Card>
        {version.state === "draft" && (
          <Card title="Importer" titleId="importer">
            <ImportForm
              versionId={version.id}
              idempotencyKey={randomUUID()}
              units={units.map(({ id }) => ({ id, label: names.unit(id) }))}
              categories={categories.map(({ id, label }) => ({ id, label }))}
            />
          </Card>
        )}
      </div>
    </TariffFrame>
  );
}

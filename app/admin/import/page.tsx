import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { formatMoment, plural } from "@/lib/domain/day-words";
import { refusalSentence, type Refusal } from "@/lib/sentences";
import { readImports, type ListedImport } from "@/lib/services/town-import/read-imports";
import { importHref } from "./hrefs";
import { mostImportBytes } from "./limits";
import { SendForm } from "./send-form";

export const metadata: Metadata = { title: "Importer des familles" };

/** A file of families, and those that were sent before. */
export default async function ImportsPage({ searchParams }: PageProps<"/admin/import">) {
  const { agent } = await requirePermission("import-town");
  const code = textParam(await searchParams, "erreur");
  const refused = Object.hasOwn(refusalSentence, code) ? refusalSentence[code as Refusal] : null;
  const imports = await readImports(agent);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/familles", label: "Familles" }]} here="Importer" />
      <PageHeading
        lead={
          "Un fichier de familles, d’enfants et d’inscriptions\u00a0: le portail montre ce qui changerait, puis écrit tout d’un coup, ou rien."
        }
      >
        Importer des familles
      </PageHeading>
      <div className="grid gap-6">
        <Card title="Le modèle" titleId="modele">
          <p className="measure">
            {
              "Une ligne par enfant. Un fichier d’un autre logiciel convient aussi, s’il a une ligne par enfant avec sa famille et ses responsables\u00a0: vous direz ce que sont ses colonnes."
            }
          </p>
          <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
            {["familles.xlsx", "familles.csv"].map((file) => (
              <li key={file}>
                {/* A file, not a page. */}
                <a href={`/admin/import/modele/${file}`} className="text-link" download>
                  {`Télécharger ${file}`}
                </a>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Le fichier" titleId="fichier">
          <SendForm
            key={code}
            refused={refused}
            mostBytes={mostImportBytes}
            idempotencyKey={randomUUID()}
          />
        </Card>
        {imports.length > 0 && (
          <Card title="Fichiers déjà envoyés" titleId="envoyes">
            <p className="text-muted text-sm">
              {"Chacun est gardé trente jours avec son rapport, puis effacé."}
            </p>
            <ul className="mt-3 grid gap-3">
              {imports.map((one) => (
                <li key={one.id}>
                  <InnerLink href={importHref(one.id)} className="text-link">
                    {one.fileName}
                  </InnerLink>
                  <span className="text-muted block text-sm">{factsOf(one)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function factsOf({ lines, by, sentAt, importedAt }: ListedImport): string {
  const sent = `${plural(lines, "ligne", "lignes")}, envoyé par ${by} ${formatMoment(sentAt)}`;
  return importedAt === null
    ? `${sent}, pas encore importé`
    : `${sent}, importé ${formatMoment(importedAt)}`;
}

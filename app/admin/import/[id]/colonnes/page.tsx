import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { uuidParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { recognizeColumns } from "@/lib/domain/town-import/columns";
import { headerOf, importFields, neededFields } from "@/lib/domain/town-import/fields";
import { readImport, readSamples } from "@/lib/services/town-import/read-imports";
import { importHref, importsAbove } from "../../hrefs";
import { ColumnsForm } from "./columns-form";

export const metadata: Metadata = { title: "Colonnes d’un fichier" };

const meanings = importFields.map((value) => ({
  value,
  label: neededFields.includes(value) ? `${headerOf(value)} (nécessaire)` : headerOf(value),
}));

/** What each column of a file is, where its headers do not say it. */
export default async function ColumnsPage({ params }: PageProps<"/admin/import/[id]/colonnes">) {
  const { agent } = await requirePermission("import-town");
  const id = uuidParam((await params).id);
  const its = id === null ? null : await readImport(agent, id);
  if (!its) notFound();
  if (its.importedAt !== null) redirect(importHref(its.id) as Route);
  const samples = await readSamples(agent, its.id);
  const recognized = recognizeColumns(its.headers);
  return (
    <>
      <Breadcrumb
        above={[...importsAbove, { href: importHref(its.id), label: its.fileName }]}
        here="Colonnes"
      />
      <PageHeading lead="Dites ce qu’est chaque colonne du fichier. Le portail s’en souvient pour le prochain fichier qui a les mêmes en-têtes.">
        Colonnes du fichier
      </PageHeading>
      <ColumnsForm
        importId={its.id}
        columns={its.headers.map((header, i) => ({
          header: header === "" ? `Colonne ${i + 1}` : header,
          sample: samples
            .map((cells) => cells[i] ?? "")
            .filter((text) => text !== "")
            .join(", ")
            .slice(0, 80),
          meaning: its.columns[i] ?? recognized[i] ?? "ignored",
        }))}
        meanings={meanings}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { idParam, textParam, uuidParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { StatusMessage } from "@/components/ui/status-message";
import { requirePermission } from "@/lib/auth";
import { formatMoment, plural } from "@/lib/domain/day-words";
import { linesPerPage, readImport, readReportPage } from "@/lib/services/town-import/read-imports";
import { importHref, importsAbove, verdictParam, verdictParams, type VerdictParam } from "../hrefs";
import { reportSentence, viewWords } from "../words";
import { CarryOutForm } from "./carry-out-form";
import { ReportList } from "./report-list";

export const metadata: Metadata = { title: "Rapport d’import" };

/** What a file would change, line by line, and the one button that does it. */
export default async function ImportPage({
  params,
  searchParams,
}: PageProps<"/admin/import/[id]">) {
  const { agent } = await requirePermission("import-town");
  const id = uuidParam((await params).id);
  const its = id === null ? null : await readImport(agent, id);
  if (!its) notFound();
  if (its.stamp === null) redirect(`${importHref(its.id)}/colonnes` as Route);
  const query = await searchParams;
  const state = verdictParam(textParam(query, "etat"));
  const page = Math.min(idParam(textParam(query, "page")) ?? 1, 1000);
  const done = idParam(textParam(query, "importees"));
  const lines = await readReportPage(agent, its.id, verdictParams[state], page);
  const count = verdictParams[state].reduce((sum, verdict) => sum + its.counts[verdict], 0);
  const views = viewWords(its);
  return (
    <>
      <Breadcrumb above={importsAbove} here={its.fileName} />
      <PageHeading lead={its.importedAt === null ? reportSentence(its) : undefined}>
        {its.fileName}
      </PageHeading>
      <div className="grid gap-6">
        <StatusMessage>
          {done !== null && its.importedAt !== null
            ? `L’import est fait\u00a0: ${plural(done, "famille écrite", "familles écrites")}. Aucune invitation n’est partie\u00a0: elles s’envoient depuis chaque dossier.`
            : null}
        </StatusMessage>
        {its.importedAt === null ? (
          <CarryOutForm
            importId={its.id}
            shown={its.stamp}
            changing={its.counts.added + its.counts.changed}
            left={its.counts.wrong + its.counts.doubtful}
            idempotencyKey={randomUUID()}
          />
        ) : (
          <p className="text-muted">{`Importé ${formatMoment(its.importedAt)}. Voici le rapport d’alors.`}</p>
        )}
        <div className="flex flex-wrap items-center gap-4">
          <SegmentedLinks
            label="Lignes du rapport"
            items={(Object.keys(verdictParams) as VerdictParam[]).map((one) => ({
              href: importHref(its.id, one),
              label: views[one],
              current: one === state,
            }))}
          />
          <a href={`${importHref(its.id)}/rapport`} className="text-link" download>
            Télécharger le rapport (CSV)
          </a>
        </div>
        {lines.length === 0 ? (
          <EmptyState icon="search" title="Aucune ligne">
            Le fichier n’a pas de ligne de cette sorte.
          </EmptyState>
        ) : (
          <>
            <ReportList importId={its.id} lines={lines} mayDecide={its.importedAt === null} />
            <Pagination
              current={page}
              count={Math.ceil(count / linesPerPage)}
              hrefOf={(n) => importHref(its.id, state, n)}
            />
          </>
        )}
      </div>
    </>
  );
}

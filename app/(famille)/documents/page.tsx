import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, firstOfMonth, lastOfMonth } from "@/lib/domain/day";
import {
  documentsPerPage,
  readDocumentsPage,
  readFamilyDocument,
  type DocumentsPage,
} from "@/lib/services/documents/list";
import { DocumentList, Download } from "./document-list";
import { AttestationForm, PlanningForm } from "./forms";
import { pageHref } from "./hrefs";

export const metadata: Metadata = { title: "Édition de documents" };

/** What the family may have in writing, and what it was given already. */
export default async function FamilyDocumentsPage({ searchParams }: PageProps<"/documents">) {
  const { family } = await requireGuardian();
  const query = await searchParams;
  const page = idParam(textParam(query, "page")) ?? 1;
  const moment = nowMoment();
  const [its, made] = await Promise.all([
    readDocumentsPage(family, page, moment),
    readFamilyDocument(family, textParam(query, "document")),
  ]);
  return (
    <>
      <PageHeading lead="Des documents à jour, que vous pouvez remettre à un employeur ou à une administration.">
        Édition de documents
      </PageHeading>
      <div className="grid gap-6">
        {made && (
          <Outcome
            key={made.code}
            actions={<Download code={made.code} about={made.content.title} variant="primary" />}
          >
            {`Votre document est prêt\u00a0: ${made.content.title}, n°\u00a0${made.code}.`}
          </Outcome>
        )}
        <Forms key={family.familyId} familyId={family.familyId} page={its} today={dayOf(moment)} />
        <Card title="Documents déjà édités" titleId="documents-edites">
          <Given page={its} current={page} />
        </Card>
      </div>
    </>
  );
}

function Forms({
  familyId,
  page,
  today,
}: {
  familyId: number;
  page: DocumentsPage;
  today: ReturnType<typeof dayOf>;
}) {
  const { children: kids, years, currentYearId } = page;
  if (kids.length === 0)
    return (
      <EmptyState icon="family" title="Aucun enfant n’est rattaché à votre famille">
        Écrivez au service pour que la mairie complète votre dossier.
      </EmptyState>
    );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title="Attestation d’inscription" titleId="attestation">
        <p className="mb-4">Les activités auxquelles un enfant est inscrit, pour une année.</p>
        <AttestationForm
          familyId={familyId}
          kids={kids}
          years={years}
          currentYearId={currentYearId}
          idempotencyKey={randomUUID()}
        />
      </Card>
      <Card title="Planning d’un enfant" titleId="planning">
        <p className="mb-4">Les jours que votre famille a réservés, un par un.</p>
        <PlanningForm
          familyId={familyId}
          kids={kids}
          from={firstOfMonth(today)}
          to={lastOfMonth(today)}
          idempotencyKey={randomUUID()}
        />
      </Card>
    </div>
  );
}

function Given({ page, current }: { page: DocumentsPage; current: number }) {
  if (page.documents.length === 0)
    return (
      <p className="text-muted">
        {page.total > 0 ? "Cette page est vide." : "Vous n’avez encore édité aucun document."}
      </p>
    );
  return (
    <div className="grid gap-5">
      <DocumentList documents={page.documents} />
      <Pagination
        current={current}
        count={Math.ceil(page.total / documentsPerPage)}
        hrefOf={pageHref}
        label="Pages de documents"
      />
      <p className="text-muted measure text-sm">
        {"Chaque document porte un numéro. Qui le reçoit peut le contrôler sur la page "}
        <InnerLink href="/verifier" className="text-link">
          Vérifier un document
        </InnerLink>
        .
      </p>
    </div>
  );
}

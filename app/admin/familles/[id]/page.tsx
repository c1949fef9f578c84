import { randomUUID } from "node:crypto";
import { textParam } from "@/app/params";
import { ChildCard } from "@/components/portal/family-admin/child-card";
import { FamilyDocumentsCard } from "@/components/portal/family-admin/documents-card";
import { FamilyContactsCard } from "@/components/portal/family-admin/contacts-card";
import { GuardiansCard } from "@/components/portal/family-admin/guardians-card";
import { JournalCard } from "@/components/portal/family-admin/journal-card";
import { LatestRequestsCard } from "@/components/portal/family-admin/latest-requests";
import { QuotientCard } from "@/components/portal/family-admin/quotient-card";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { authorize } from "@/lib/auth";
import { readDocuments } from "@/lib/services/family-admin/documents";
import { readFamilyJournal, readHealthReadings } from "@/lib/services/family-admin/journal";
import { readQuotients } from "@/lib/services/family-admin/quotients";
import { latestRequestsOf } from "@/lib/services/request-kinds/list";
import { actSentence, documentSentence, familyHref, refusalOf } from "../hrefs";
import { HealthReader } from "./health-reader";
import { InviteForm } from "./responsables/invite-form";
import { familyOf, familyTitle } from "./read-family";

const REQUESTS = 8;
const EVENTS = 15;
const READINGS = 10;

export async function generateMetadata({ params }: PageProps<"/admin/familles/[id]">) {
  return familyTitle(params);
}

/** A family's file on one page. */
export default async function FamilyPage({
  params,
  searchParams,
}: PageProps<"/admin/familles/[id]">) {
  const { actor, agent, family, today } = await familyOf(params);
  const mayChange = authorize(actor, "change-families") !== null;
  const mayRead = authorize(actor, "read-health") !== null;
  const opensFiles = authorize(actor, "read-documents") !== null;
  const [quotients, documents, requests, events, readings] = await Promise.all([
    readQuotients(agent, family.id),
    readDocuments(agent, family.id, today),
    latestRequestsOf(agent, family.id, REQUESTS),
    readFamilyJournal(agent, family.id, EVENTS),
    readHealthReadings(
      agent,
      family.children.map(({ id }) => id),
      READINGS,
    ),
  ]);
  const query = await searchParams;
  const said = actSentence(textParam(query, "fait")) ?? documentSentence(query);
  const refused = refusalOf(textParam(query, "erreur"));
  const name = `Famille ${family.name}`;
  const path = familyHref(family.id);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/familles", label: "Familles" }]} here={name} />
      <PageHeading>{name}</PageHeading>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        {said && <Outcome key={said}>{said}</Outcome>}
        {refused && (
          <Callout tone="danger" title="Le justificatif n’a pas été ajouté">
            {refused}
          </Callout>
        )}
        {mayChange && (
          <div>
            <ButtonLink href={`${path}/reserver`} icon="calendar" wide>
              Réserver pour la famille
            </ButtonLink>
          </div>
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
            {family.children.map((child) => (
              <ChildCard
                key={child.id}
                child={child}
                path={mayChange ? `${path}/enfants/${child.id}` : null}
                health={
                  mayRead && (
                    <HealthReader familyId={family.id} childId={child.id} name={child.name} />
                  )
                }
              />
            ))}
            {mayChange && (
              <div>
                <ButtonLink href={`${path}/enfants/nouveau`} variant="secondary" icon="plus" wide>
                  Ajouter un enfant
                </ButtonLink>
              </div>
            )}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
            <GuardiansCard
              guardians={family.guardians}
              path={mayChange ? `${path}/responsables` : null}
              invite={({ id, name: who, account }) => (
                <InviteForm
                  familyId={family.id}
                  guardian={{ id, name: who }}
                  again={account !== null}
                  idempotencyKey={randomUUID()}
                />
              )}
            />
            <QuotientCard
              entries={quotients.entries}
              today={today}
              path={mayChange ? `${path}/quotient` : null}
            />
            <FamilyContactsCard contacts={family.contacts} />
            <FamilyDocumentsCard
              documents={documents}
              addHref={mayChange ? `${path}/justificatif` : null}
              opensFiles={opensFiles}
            />
            <LatestRequestsCard requests={requests} />
            <JournalCard events={events} healthReadings={readings} />
          </div>
        </div>
      </div>
    </>
  );
}

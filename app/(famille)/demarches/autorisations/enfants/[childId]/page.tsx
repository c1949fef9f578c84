import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ConcernedInscriptions } from "@/components/portal/authorizations/concerned-inscriptions";
import { AuthorizationHistory } from "@/components/portal/authorizations/history";
import { AnswerList } from "@/components/portal/authorizations/summary";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Outcome } from "@/components/portal/requests/outcome";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { questionsOf } from "@/lib/domain/authorization-plan";
import { dayOf } from "@/lib/domain/day";
import { readAuthorizationHistory } from "@/lib/services/authorizations/history";
import { readChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { idParam } from "@/app/params";
import { ofPerson } from "@/lib/domain/name-words";
import { asksToConfirm } from "../../child-words";
import { ConfirmForm } from "./confirm-form";
import { autorisations } from "../../demarche";

type Props = PageProps<"/demarches/autorisations/enfants/[childId]">;

/** Read once a request, for the title and for the page. */
const read = cache(async (text: string) => {
  const { family } = await requireGuardian();
  const childId = idParam(text);
  const today = dayOf(nowMoment());
  const child = childId && (await readChildAuthorizations(family, childId, today));
  return child ? { child, today, family } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await read((await params).childId);
  return { title: page ? `Autorisations ${ofPerson(page.child.firstName)}` : "Enfant introuvable" };
}

export default async function ChildSummary({ params, searchParams }: Props) {
  const page = await read((await params).childId);
  if (!page) notFound();
  const { child, today, family } = page;
  const confirmed = (await searchParams)["confirme"] !== undefined;
  const history = await readAuthorizationHistory(family, child.childId);
  const questions = questionsOf(child, today);
  const update = autorisations.stepHref("reponses", { enfant: child.childId });
  return (
    <>
      <Breadcrumb
        above={[{ href: autorisations.href, label: autorisations.title }]}
        here={child.firstName}
      />
      <PageHeading
        actions={
          <ButtonLink href={update} icon="edit">
            Mettre à jour
          </ButtonLink>
        }
      >
        {`Autorisations ${ofPerson(child.firstName)}`}
      </PageHeading>
      <div className="grid gap-6">
        {confirmed && (
          <Outcome>{"Merci\u00a0: vos réponses sont confirmées pour cette année."}</Outcome>
        )}
        {!confirmed && asksToConfirm(child, today) && (
          <ConfirmForm familyId={family.familyId} child={child} update={update} />
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="Autorisations de l’enfant" titleId="enfant">
            <AnswerList
              types={child.types}
              questions={questions.filter(({ contactId }) => contactId === null)}
              states={child.states}
            />
          </Card>
          <Card
            title="Autorisations des contacts"
            titleId="contacts"
            aside={
              <InnerLink
                href="/famille/contacts"
                className="text-link min-h-target inline-flex items-center"
              >
                Mes contacts
              </InnerLink>
            }
          >
            {child.contacts.length === 0 && (
              <p className="text-muted">Aucun contact n’est enregistré pour cet enfant.</p>
            )}
            <div className="grid gap-5">
              {child.contacts.map((contact) => (
                <div key={contact.id}>
                  <h3>{contact.name}</h3>
                  <p className="text-muted text-sm">
                    {contact.tie}, {contact.phone ?? "téléphone inconnu"}
                  </p>
                  <AnswerList
                    types={child.types}
                    questions={questions.filter(({ contactId }) => contactId === contact.id)}
                    states={child.states}
                  />
                </div>
              ))}
            </div>
          </Card>
        </div>
        <Card title="Inscriptions concernées" titleId="inscriptions">
          <ConcernedInscriptions inscriptions={child.inscriptions} />
        </Card>
        <Card title="Historique" titleId="historique">
          <AuthorizationHistory events={history} />
        </Card>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { submissionParam } from "@/app/(famille)/demarches/reservations/submission-param";
import { ContactCard } from "@/components/portal/contacts/contact-card";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { contactName, mostContacts } from "@/lib/domain/contact";
import { dayOf } from "@/lib/domain/day";
import { readContactBook, type ContactBook } from "@/lib/services/contacts/list";
import { contactQuestions } from "@/lib/services/contacts/plan";
import { town } from "@/town/town";
import { actParam, doneSentence } from "./done-words";
import { departmentAtStart } from "@/lib/domain/department-words";

export const metadata: Metadata = { title: "Mes contacts" };

type Query = Awaited<PageProps<"/famille/contacts">["searchParams"]>;

/** The persons who may fetch the family's children, and what each is allowed to. */
export default async function ContactsPage({ searchParams }: PageProps<"/famille/contacts">) {
  const { family } = await requireGuardian();
  const today = dayOf(nowMoment());
  const book = await readContactBook(family, today);
  const { contacts, children } = book;
  const mayAdd = children.length > 0 && contacts.length < mostContacts;
  return (
    <>
      <PageHeading
        lead="Les personnes, autres que les responsables, qui peuvent venir chercher vos enfants."
        actions={mayAdd && contacts.length > 0 ? <AddLink /> : null}
      >
        Mes contacts
      </PageHeading>
      <div className="grid gap-6">
        <JustDone query={await searchParams} book={book} />
        {children.length === 0 && <NoChild />}
        {contacts.length >= mostContacts && (
          <Callout>{`Votre famille a ${mostContacts}\u00a0contacts, le nombre le plus grand possible. Pour en ajouter un, retirez d’abord celui qui ne vient plus.`}</Callout>
        )}
        {contacts.length === 0 && (
          <EmptyState
            icon="family"
            title="Vous n’avez pas encore de contact"
            action={mayAdd ? <AddLink /> : null}
          >
            Une grand-mère, un voisin, une assistante maternelle… Ajoutez les personnes qui viennent
            chercher vos enfants.
          </EmptyState>
        )}
        <ul className="grid items-start gap-6 lg:grid-cols-2">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <ContactCard
                contact={contact}
                kids={children
                  .filter(({ childId }) => contact.childIds.includes(childId))
                  .map((child) => ({
                    ...child,
                    questions: contactQuestions(child, contact.id, today),
                  }))}
              />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function AddLink() {
  return (
    <ButtonLink href="/famille/contacts/nouveau" icon="plus">
      Ajouter un contact
    </ButtonLink>
  );
}

function JustDone({ query, book }: { query: Query; book: ContactBook }) {
  const act = actParam(textParam(query, "fait"));
  if (!act) return null;
  const id = idParam(textParam(query, "contact"));
  const contact = book.contacts.find((one) => one.id === id);
  const submissionId = submissionParam(textParam(query, "envoi"));
  const sentence = doneSentence(act, contact ? contactName(contact) : null);
  if (submissionId === null) return <Outcome key={`${act}-${id}`}>{sentence}</Outcome>;
  return (
    <Outcome
      key={submissionId}
      actions={
        <ButtonLink
          href={`/demarches/autorisations/confirmation/${submissionId}`}
          variant="secondary"
          icon="document"
        >
          Voir ma demande
        </ButtonLink>
      }
    >
      {`${sentence} Un courriel vous dit ce qui change dans les autorisations.`}
    </Outcome>
  );
}

function NoChild() {
  return (
    <Callout title="Vous ne pouvez pas ajouter de contact">
      {`Vous ne pouvez répondre des autorisations d’aucun enfant. ${departmentAtStart(town.department.name)} peut vous dire pourquoi\u00a0: `}
      <a className="text-link" href={`mailto:${town.department.email}`}>
        {town.department.email}
      </a>
      .
    </Callout>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { contactName } from "@/lib/domain/contact";
import { listInWords } from "@/lib/domain/day-words";
import { removalPlans } from "@/lib/services/contacts/remove";
import { ofPerson } from "@/lib/domain/name-words";
import { readContact } from "../../read-contact";
import { RemovalForm } from "./removal-form";

type Props = PageProps<"/famille/contacts/[contactId]/retirer">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readContact((await params).contactId);
  return { title: page ? `Retirer ${contactName(page.contact)}` : "Contact introuvable" };
}

/** What ends with the contact is named before it is removed. */
export default async function RemoveContactPage({ params }: Props) {
  const page = await readContact((await params).contactId);
  if (!page) notFound();
  const { familyId, contact, book, today } = page;
  const name = contactName(contact);
  const plans = removalPlans(book, contact, today);
  const children = plans.map(({ child }) => child.firstName);
  return (
    <>
      <Breadcrumb
        above={[{ href: "/famille/contacts", label: "Mes contacts" }]}
        here={`Retirer ${name}`}
      />
      <PageHeading
        lead={
          plans.length > 0
            ? `${name} ne pourra plus venir chercher ${listInWords(children)}.`
            : `${name} ne peut venir chercher aucun de vos enfants\u00a0: aucune autorisation ne change.`
        }
      >
        {`Retirer ${name}\u00a0?`}
      </PageHeading>
      <div className="grid gap-6">
        {plans.map(({ child, lines }) => (
          <Card
            key={child.childId}
            title={`Autorisations ${ofPerson(child.firstName)}`}
            titleId={`enfant-${child.childId}`}
          >
            <ChangeList changes={lines} />
          </Card>
        ))}
        <p className="measure text-muted">
          {plans.length > 0
            ? "Le changement vaut dès maintenant. L’historique des autorisations garde le nom de cette personne."
            : "L’historique des autorisations garde le nom de cette personne."}
        </p>
        <RemovalForm
          key={familyId}
          familyId={familyId}
          contactId={contact.id}
          shown={contact.stamp}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

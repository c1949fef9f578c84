import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";
import { contactName } from "@/lib/domain/contact";
import { town } from "@/town/town";
import { childChoices } from "../child-choices";
import { ContactForm } from "../contact-form";
import { readContact } from "../read-contact";

type Props = PageProps<"/famille/contacts/[contactId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await readContact((await params).contactId);
  return { title: page ? `Modifier ${contactName(page.contact)}` : "Contact introuvable" };
}

export default async function ChangeContactPage({ params }: Props) {
  const page = await readContact((await params).contactId);
  if (!page) notFound();
  const { familyId, contact, book, today } = page;
  const name = contactName(contact);
  return (
    <>
      <Breadcrumb above={[{ href: "/famille/contacts", label: "Mes contacts" }]} here={name} />
      <PageHeading
        actions={
          <ButtonLink
            href={`/famille/contacts/${contact.id}/retirer`}
            variant="secondary"
            icon="cross"
          >
            Retirer ce contact
          </ButtonLink>
        }
      >
        {`Modifier ${name}`}
      </PageHeading>
      <ContactForm
        key={familyId}
        familyId={familyId}
        contact={contact}
        choices={childChoices(book.children, contact, today)}
        minimumAge={town.contacts.minimumAge}
        today={today}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

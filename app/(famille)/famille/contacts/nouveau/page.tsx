import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { readContactBook } from "@/lib/services/contacts/list";
import { town } from "@/town/town";
import { ContactForm } from "../contact-form";
import { childChoices } from "../child-choices";

export const metadata: Metadata = { title: "Ajouter un contact" };

export default async function AddContactPage() {
  const { family } = await requireGuardian();
  const today = dayOf(nowMoment());
  const { children } = await readContactBook(family, today);
  if (children.length === 0) redirect("/famille/contacts");
  return (
    <>
      <Breadcrumb
        above={[{ href: "/famille/contacts", label: "Mes contacts" }]}
        here="Ajouter un contact"
      />
      <PageHeading lead="Une pièce d’identité lui sera demandée quand elle viendra chercher l’enfant.">
        Ajouter un contact
      </PageHeading>
      <ContactForm
        key={family.familyId}
        familyId={family.familyId}
        contact={null}
        choices={childChoices(children, null, today)}
        minimumAge={town.contacts.minimumAge}
        today={today}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

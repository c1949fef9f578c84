import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeading } from "@/components/ui/page-heading";
import { town } from "@/town/town";

export const metadata: Metadata = { title: "Contact" };

export default function ContactPage() {
  const { department } = town;
  return (
    <>
      <PageHeading
        lead={`Le ${department.name.toLowerCase()} répond à vos questions sur une inscription, une réservation ou votre compte.`}
      >
        Contact
      </PageHeading>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Nous joindre" titleId="service-contact">
          <DescriptionList
            items={[
              {
                term: "Courriel",
                detail: (
                  <a className="text-link" href={`mailto:${department.email}`}>
                    {department.email}
                  </a>
                ),
              },
              {
                term: "Téléphone",
                detail: (
                  <a className="text-link" href={`tel:${department.phone.replaceAll(" ", "")}`}>
                    {department.phone}
                  </a>
                ),
              },
              {
                term: "Adresse",
                detail: (
                  <address className="not-italic">
                    {department.address.map((line) => (
                      <span key={line} className="block">
                        {line}
                      </span>
                    ))}
                  </address>
                ),
              },
            ]}
          />
        </Card>
        <Card title="Horaires d’accueil" titleId="horaires">
          <DescriptionList
            items={department.openingHours.map(({ days, hours }) => ({
              term: days,
              detail: hours,
            }))}
          />
        </Card>
      </div>
      <div className="prose mt-8">
        <h2>Pour une réponse rapide</h2>
        <p>
          Indiquez le prénom et le nom de l’enfant, l’activité, le jour, et le numéro de la demande
          si vous en avez un. N’envoyez pas de renseignement de santé par courriel&nbsp;: dites que
          vous en avez un à transmettre, le service vous rappellera.
        </p>
      </div>
    </>
  );
}

import { Card } from "@/components/ui/card";
import { contactName, type ContactPerson } from "@/lib/domain/contact";

/** The persons whom the family has named to fetch its children. */
export function FamilyContactsCard({
  contacts,
}: {
  contacts: readonly (ContactPerson & {
    readonly id: number;
    readonly children: readonly string[];
  })[];
}) {
  return (
    <Card title="Contacts" titleId="contacts">
      {contacts.length === 0 && <p>Aucun contact.</p>}
      <ul className="divide-line divide-y">
        {contacts.map((contact) => (
          <li key={contact.id} className="py-2">
            <strong className="font-semibold">{contactName(contact)}</strong>
            {`, ${contact.tie.toLowerCase()}`}
            {contact.phone !== null && (
              <>
                {", "}
                <a
                  className="text-link whitespace-nowrap"
                  href={`tel:${contact.phone.replaceAll(" ", "")}`}
                >
                  {contact.phone}
                </a>
              </>
            )}
            <span className="text-muted block text-sm">
              {contact.children.length === 0
                ? "Pour aucun enfant"
                : `Pour ${contact.children.join(", ")}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

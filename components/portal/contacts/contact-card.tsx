import { AnswerList } from "@/components/portal/authorizations/summary";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type {
  AuthorizationKey,
  AuthorizationState,
  AuthorizationType,
} from "@/lib/domain/authorization";
import { contactName, type ContactPerson } from "@/lib/domain/contact";

interface Kid {
  readonly childId: number;
  readonly firstName: string;
  readonly types: readonly AuthorizationType[];
  readonly states: readonly AuthorizationState[];
  readonly questions: readonly AuthorizationKey[];
}

/** A contact, and what it is allowed to for each child. */
export function ContactCard({
  contact,
  kids,
}: {
  contact: ContactPerson & { readonly id: number };
  kids: readonly Kid[];
}) {
  const { id, tie, phone } = contact;
  const name = contactName(contact);
  return (
    <Card title={name} titleId={`contact-${id}`}>
      <p className="text-muted">
        {`${tie}, `}
        {phone === null ? (
          "téléphone inconnu"
        ) : (
          <a className="text-link whitespace-nowrap" href={`tel:${phone.replaceAll(" ", "")}`}>
            {phone}
          </a>
        )}
      </p>
      {kids.length === 0 && <p className="mt-3">Aucun enfant n’est concerné.</p>}
      {kids.map(({ childId, firstName, types, states, questions }) => (
        <div key={childId} className="mt-3">
          <h3>{firstName}</h3>
          <AnswerList types={types} questions={questions} states={states} />
        </div>
      ))}
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={`/famille/contacts/${id}`} variant="secondary" icon="edit">
          Modifier <span className="sr-only">{name}</span>
        </ButtonLink>
        <ButtonLink href={`/famille/contacts/${id}/retirer`} variant="quiet" icon="cross">
          Retirer <span className="sr-only">{name}</span>
        </ButtonLink>
      </div>
    </Card>
  );
}

import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { submissionParam } from "@/app/(famille)/demarches/reservations/submission-param";
import { FieldList } from "@/components/portal/family-file/field-list";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { contactName } from "@/lib/domain/contact";
import { dayOf } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { familyFieldNames, familyFields, isEditable } from "@/lib/domain/family-file";
import { readContactBook, type ContactBook } from "@/lib/services/contacts/list";
import {
  guardianRules,
  mayChange,
  readFamilyFile,
  type ChildFile,
  type FamilyFile,
  type GuardianFile,
} from "@/lib/services/family-file/read-file";
import { town } from "@/town/town";
import { JustSent } from "./sent-outcome";
import { departmentAtStart } from "@/lib/domain/department-words";
import { ofPerson } from "@/lib/domain/name-words";

export const metadata: Metadata = { title: "Ma famille" };

/** What the town knows of the family: guardians, children, contacts, documents. */
export default async function FamilyPage({ searchParams }: PageProps<"/famille">) {
  const { family } = await requireGuardian();
  const [file, book, query] = await Promise.all([
    readFamilyFile(family),
    readContactBook(family, dayOf(nowMoment())),
    searchParams,
  ]);
  const { familyId } = family;
  return (
    <>
      <PageHeading lead="Ce que la mairie sait de votre famille. Dites-lui ce qui change.">
        Ma famille
      </PageHeading>
      <div className="grid gap-8">
        <JustSent
          family={family}
          submissionId={submissionParam(textParam(query, "envoi"))}
          takenBack={textParam(query, "retire")}
        />
        <section aria-labelledby="responsables">
          <h2 id="responsables" className="mb-3">
            Responsables
          </h2>
          <ul className="grid items-start gap-6 lg:grid-cols-2">
            {file.guardians.map((guardian) => (
              <li key={guardian.id}>
                <GuardianCard guardian={guardian} file={file} familyId={familyId} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="enfants">
          <h2 id="enfants" className="mb-3">
            Enfants
          </h2>
          <ul className="grid items-start gap-6 lg:grid-cols-2">
            {file.children.map((child) => (
              <li key={child.id}>
                <ChildCard child={child} file={file} familyId={familyId} />
              </li>
            ))}
          </ul>
          {file.children.length === 0 && <p>Aucun enfant n’est rattaché à votre foyer.</p>}
        </section>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Contacts book={book} />
          <Documents />
        </div>
      </div>
    </>
  );
}

function GuardianCard({
  guardian,
  file,
  familyId,
}: {
  guardian: GuardianFile;
  file: FamilyFile;
  familyId: number;
}) {
  const { id, firstName, lastName, isMe, fields } = guardian;
  const rules = guardianRules(file.rules, guardian);
  const canChange = mayChange(guardian) && fields.some(({ field }) => isEditable(rules[field]));
  const name = `${firstName} ${lastName}`;
  return (
    <Card
      title={name}
      titleId={`responsable-${id}`}
      level={3}
      aside={
        isMe ? (
          <Badge tone="info" icon="user">
            Vous
          </Badge>
        ) : null
      }
    >
      <FieldList fields={fields} familyId={familyId} />
      {(canChange || isMe) && (
        <div className="mt-4 flex flex-wrap gap-3">
          {canChange && (
            <ButtonLink href={`/famille/coordonnees/${id}`} variant="secondary" icon="edit">
              {isMe ? "Modifier mes coordonnées" : "Modifier ses coordonnées"}
              {isMe ? null : <span className="sr-only">{`, ${name}`}</span>}
            </ButtonLink>
          )}
          {isMe && isEditable(file.rules.email) && (
            <ButtonLink href="/famille/adresse-electronique" variant="quiet" icon="mail">
              Changer d’adresse électronique
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}

function ChildCard({
  child,
  file,
  familyId,
}: {
  child: ChildFile;
  file: FamilyFile;
  familyId: number;
}) {
  const { id, firstName, lastName, birthDate, fields } = child;
  const shownHealth = familyFieldNames.some(
    (field) => familyFields[field].isHealth && file.rules[field].access !== "hidden",
  );
  return (
    <Card title={`${firstName} ${lastName}`} titleId={`enfant-${id}`} level={3}>
      {birthDate && (
        <p className="text-muted mb-1">{`Date de naissance\u00a0: ${formatDay(birthDate, "dateMedium")}`}</p>
      )}
      {fields === null ? (
        <p>
          {`La fiche ${ofPerson(firstName)} n’est pas ouverte à votre foyer. ${departmentAtStart(town.department.name)} peut vous dire pourquoi\u00a0: `}
          <a className="text-link" href={`mailto:${town.department.email}`}>
            {town.department.email}
          </a>
          .
        </p>
      ) : (
        <>
          <FieldList fields={fields} familyId={familyId} />
          {shownHealth && (
            <p className="text-muted mt-2 text-sm">Les informations de santé sont sur sa fiche.</p>
          )}
          <div className="mt-4">
            <ButtonLink href={`/famille/enfants/${id}`} variant="secondary" icon="edit">
              {`Ouvrir la fiche ${ofPerson(firstName)}`}
            </ButtonLink>
          </div>
        </>
      )}
    </Card>
  );
}

function Contacts({ book: { contacts } }: { book: ContactBook }) {
  return (
    <Card title="Contacts" titleId="contacts">
      {contacts.length === 0 ? (
        <p>Personne d’autre que les responsables ne vient chercher vos enfants.</p>
      ) : (
        <ul className="list-disc pl-5">
          {contacts.map((contact) => (
            <li key={contact.id}>{`${contactName(contact)}, ${contact.tie}`}</li>
          ))}
        </ul>
      )}
      <div className="mt-4">
        <ButtonLink href="/famille/contacts" variant="secondary" icon="phone">
          Mes contacts
        </ButtonLink>
      </div>
    </Card>
  );
}

function Documents() {
  return (
    <Card title="Justificatifs" titleId="justificatifs">
      <p>Assurance, avis d’imposition, projet d’accueil individualisé, décision de justice…</p>
      <div className="mt-4">
        <ButtonLink href="/famille/justificatifs" variant="secondary" icon="document">
          Mes justificatifs
        </ButtonLink>
      </div>
    </Card>
  );
}

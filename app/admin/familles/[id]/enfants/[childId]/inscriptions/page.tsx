import { randomUUID } from "node:crypto";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { readOpenGroups } from "@/lib/services/family-admin/open-groups";
import { FamilyBreadcrumb } from "@/components/portal/family-admin/family-breadcrumb";
import { ofPerson } from "@/lib/domain/name-words";
import { childToChange, familyTitle } from "../../../read-family";
import { DatesForm } from "./dates-form";
import { InscriptionForm } from "./inscription-form";

type Props = PageProps<"/admin/familles/[id]/enfants/[childId]/inscriptions">;

export async function generateMetadata({ params }: Props) {
  const { child } = await childToChange(params);
  return familyTitle(params, `Inscriptions ${ofPerson(child.name)}`);
}

/** The inscriptions of a child: those that have not ended, with their dates, and a new one. */
export default async function InscriptionsPage({ params }: Props) {
  const { agent, family, child, today } = await childToChange(params);
  const groups = await readOpenGroups(agent, today);
  return (
    <>
      <FamilyBreadcrumb family={family} here={`Inscriptions ${ofPerson(child.name)}`} />
      <PageHeading
        above={`Famille ${family.name}`}
      >{`Inscriptions ${ofPerson(child.name)}`}</PageHeading>
      <div className="grid max-w-3xl gap-6">
        <Card title="Inscrire dans un groupe" titleId="inscrire">
          {groups.length === 0 ? (
            <p>Aucun groupe n’accueille encore d’enfants cette année ou la suivante.</p>
          ) : (
            <InscriptionForm
              familyId={family.id}
              childId={child.id}
              groups={groups}
              today={today}
              idempotencyKey={randomUUID()}
            />
          )}
        </Card>
        {child.inscriptions.map((inscription) => (
          <Card
            key={`${inscription.id} ${inscription.from} ${inscription.to}`}
            title={`${inscription.activity}, ${inscription.place}`}
            titleId={`inscription-${inscription.id}`}
          >
            <DatesForm
              familyId={family.id}
              childId={child.id}
              inscription={inscription}
              idempotencyKey={randomUUID()}
            />
          </Card>
        ))}
      </div>
    </>
  );
}

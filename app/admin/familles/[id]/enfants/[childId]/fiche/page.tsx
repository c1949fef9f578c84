import { randomUUID } from "node:crypto";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { FamilyBreadcrumb } from "@/components/portal/family-admin/family-breadcrumb";
import { ofPerson } from "@/lib/domain/name-words";
import { childToChange, familyTitle } from "../../../read-family";
import { typedChild } from "../../../typed-person";
import { ChildForm } from "../../child-form";

type Props = PageProps<"/admin/familles/[id]/enfants/[childId]/fiche">;

export async function generateMetadata({ params }: Props) {
  const { child } = await childToChange(params);
  return familyTitle(params, `Fiche ${ofPerson(child.name)}`);
}

/** A child's name, birth date and school, for all its homes. */
export default async function ChildPage({ params }: Props) {
  const { family, child } = await childToChange(params);
  return (
    <>
      <FamilyBreadcrumb family={family} here={`Fiche ${ofPerson(child.name)}`} />
      <PageHeading above={`Famille ${family.name}`}>{`Fiche ${ofPerson(child.name)}`}</PageHeading>
      <div className="grid max-w-2xl gap-6">
        {child.otherHomes.length > 0 && (
          <Callout>Ce que vous changez ici vaut aussi pour l’autre foyer de l’enfant.</Callout>
        )}
        <ChildForm
          key={child.stamp}
          familyId={family.id}
          child={child}
          typed={typedChild(child.facts)}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

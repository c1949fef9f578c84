import { randomUUID } from "node:crypto";
import { PageHeading } from "@/components/ui/page-heading";
import { FamilyBreadcrumb } from "@/components/portal/family-admin/family-breadcrumb";
import { familyTitle, familyToChange } from "../../read-family";
import { typedChild } from "../../typed-person";
import { ChildForm } from "../child-form";

type Props = PageProps<"/admin/familles/[id]/enfants/nouveau">;

export async function generateMetadata({ params }: Props) {
  return familyTitle(params, "Ajouter un enfant");
}

export default async function NewChildPage({ params }: Props) {
  const { family } = await familyToChange(params);
  return (
    <>
      <FamilyBreadcrumb family={family} here="Ajouter un enfant" />
      <PageHeading above={`Famille ${family.name}`}>Ajouter un enfant</PageHeading>
      <ChildForm
        familyId={family.id}
        child={null}
        typed={typedChild(null)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

import { randomUUID } from "node:crypto";
import { PageHeading } from "@/components/ui/page-heading";
import { FamilyBreadcrumb } from "@/components/portal/family-admin/family-breadcrumb";
import { familyTitle, familyToChange } from "../../read-family";
import { typedGuardian } from "../../typed-person";
import { GuardianForm } from "../guardian-form";

type Props = PageProps<"/admin/familles/[id]/responsables/nouveau">;

export async function generateMetadata({ params }: Props) {
  return familyTitle(params, "Ajouter un responsable");
}

export default async function NewGuardianPage({ params }: Props) {
  const { family } = await familyToChange(params);
  return (
    <>
      <FamilyBreadcrumb family={family} here="Ajouter un responsable" />
      <PageHeading above={`Famille ${family.name}`}>Ajouter un responsable</PageHeading>
      <GuardianForm
        familyId={family.id}
        guardian={null}
        typed={typedGuardian(null)}
        idempotencyKey={randomUUID()}
      />
    </>
  );
}

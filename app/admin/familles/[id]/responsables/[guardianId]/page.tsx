import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { FamilyBreadcrumb } from "@/components/portal/family-admin/family-breadcrumb";
import { ofPerson } from "@/lib/domain/name-words";
import { familyTitle, familyToChange } from "../../read-family";
import { typedGuardian } from "../../typed-person";
import { GuardianForm } from "../guardian-form";

type Props = PageProps<"/admin/familles/[id]/responsables/[guardianId]">;

export async function generateMetadata({ params }: Props) {
  return familyTitle(params, "Coordonnées");
}

export default async function GuardianPage({ params }: Props) {
  const { family } = await familyToChange(params);
  const id = idParam((await params).guardianId);
  const guardian = family.guardians.find((one) => one.id === id) ?? notFound();
  return (
    <>
      <FamilyBreadcrumb family={family} here={guardian.name} />
      <PageHeading
        above={`Famille ${family.name}`}
      >{`Coordonnées ${ofPerson(guardian.name)}`}</PageHeading>
      <div className="grid max-w-2xl gap-6">
        {guardian.account?.isOpened && (
          <Callout>
            {`${guardian.name} se connecte avec l’adresse de son compte, et la change lui-même ou elle-même dans «\u00a0Mon compte\u00a0». L’adresse écrite ici sert à le ou la joindre.`}
          </Callout>
        )}
        <GuardianForm
          key={guardian.stamp}
          familyId={family.id}
          guardian={guardian}
          typed={typedGuardian(guardian.facts)}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

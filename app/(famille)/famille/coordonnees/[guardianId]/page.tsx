import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { FieldsForm } from "@/app/(famille)/famille/fields-form";
import { formFields } from "@/app/(famille)/famille/form-fields";
import { UnchangeableFields } from "@/app/(famille)/famille/unchangeable-fields";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { isEditable } from "@/lib/domain/family-file";
import {
  guardianRules,
  mayChange,
  readFamilyFile,
  stampOf,
} from "@/lib/services/family-file/read-file";
import { ofPerson } from "@/lib/domain/name-words";

type Props = PageProps<"/famille/coordonnees/[guardianId]">;

/** The guardian that the URL names, if one may change it; read once, for the title and for the page. */
const readGuardian = cache(async (text: string) => {
  const { family } = await requireGuardian();
  const file = await readFamilyFile(family);
  const guardian = file.guardians.find(({ id }) => id === idParam(text));
  return guardian && mayChange(guardian) ? { family, file, guardian } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readGuardian((await params).guardianId);
  return { title: found ? titleOf(found.guardian) : "Responsable introuvable" };
}

const titleOf = ({
  isMe,
  firstName,
  lastName,
}: {
  isMe: boolean;
  firstName: string;
  lastName: string;
}) => (isMe ? "Mes coordonnées" : `Coordonnées ${ofPerson(`${firstName} ${lastName}`)}`);

export default async function CoordinatesPage({ params }: Props) {
  const found = await readGuardian((await params).guardianId);
  if (!found) notFound();
  const { family, file, guardian } = found;
  const fields = formFields(guardianRules(file.rules, guardian), guardian.fields);
  const editable = fields.filter((one) => one.editable);
  return (
    <>
      <Breadcrumb above={[{ href: "/famille", label: "Ma famille" }]} here={titleOf(guardian)} />
      <PageHeading lead="Changez ce qui est faux, puis envoyez. Le reste ne bouge pas.">
        {titleOf(guardian)}
      </PageHeading>
      <div className="grid gap-6">
        <UnchangeableFields
          fields={fields.filter((one) => !one.editable)}
          familyId={family.familyId}
          mayChangeEmail={guardian.isMe && isEditable(file.rules.email)}
        />
        {editable.length > 0 && (
          <FieldsForm
            key={family.familyId}
            familyId={family.familyId}
            subject={{ about: "guardian", id: guardian.id }}
            fields={editable}
            diets={[]}
            shown={stampOf(guardian.fields)}
            today={dayOf(nowMoment())}
            isMine={guardian.isMe}
            idempotencyKey={randomUUID()}
          />
        )}
      </div>
    </>
  );
}

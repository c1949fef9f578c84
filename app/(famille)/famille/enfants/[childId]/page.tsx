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
import { now, nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { stampOf } from "@/lib/services/family-file/read-file";
import { readFileTarget } from "@/lib/services/family-file/target";
import { ofPerson } from "@/lib/domain/name-words";

type Props = PageProps<"/famille/enfants/[childId]">;

/** Read once, for the title and for the page: health is read with it, which stands in the journal. */
const readChild = cache(async (text: string) => {
  const { family } = await requireGuardian();
  const id = idParam(text);
  const target = id === null ? null : await readFileTarget(family, { about: "child", id }, now());
  return target && id !== null ? { family, id, target } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readChild((await params).childId);
  return { title: found ? `Fiche ${ofPerson(found.target.firstName)}` : "Enfant introuvable" };
}

export default async function ChildFilePage({ params }: Props) {
  const found = await readChild((await params).childId);
  if (!found) notFound();
  const { family, id, target } = found;
  const title = `Fiche ${ofPerson(target.firstName)}`;
  const fields = formFields(target.rules, target.fields);
  const editable = fields.filter((one) => one.editable);
  return (
    <>
      <Breadcrumb above={[{ href: "/famille", label: "Ma famille" }]} here={title} />
      <PageHeading
        lead={
          editable.length > 0
            ? "Changez ce qui est faux, puis envoyez. Le reste ne bouge pas."
            : null
        }
      >
        {title}
      </PageHeading>
      <div className="grid gap-6">
        <UnchangeableFields
          fields={fields.filter((one) => !one.editable)}
          familyId={family.familyId}
          mayChangeEmail={false}
        />
        {editable.length > 0 && (
          <FieldsForm
            key={family.familyId}
            familyId={family.familyId}
            subject={{ about: "child", id }}
            fields={editable}
            diets={target.diets}
            shown={stampOf(target.fields)}
            today={dayOf(nowMoment())}
            isMine={false}
            idempotencyKey={randomUUID()}
          />
        )}
      </div>
    </>
  );
}

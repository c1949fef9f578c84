import { FieldList, type ListedField } from "@/components/portal/family-file/field-list";
import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import { town } from "@/town/town";

/** What is shown, and changes elsewhere. */
export function UnchangeableFields({
  fields,
  familyId,
  mayChangeEmail,
}: {
  fields: readonly ListedField[];
  familyId: number;
  mayChangeEmail: boolean;
}) {
  if (fields.length === 0) return null;
  const isEmailOnly = mayChangeEmail && fields.every(({ field }) => field === "email");
  return (
    <Card>
      <FieldList fields={fields} familyId={familyId} />
      <p className="text-muted mt-3">
        {isEmailOnly ? null : (
          <>
            {`Pour corriger ces informations, écrivez à\u00a0: `}
            <a className="text-link" href={`mailto:${town.department.email}`}>
              {town.department.email}
            </a>
            {". "}
          </>
        )}
        {mayChangeEmail && (
          <InnerLink href="/famille/adresse-electronique" className="text-link">
            Changer d’adresse électronique
          </InnerLink>
        )}
      </p>
    </Card>
  );
}

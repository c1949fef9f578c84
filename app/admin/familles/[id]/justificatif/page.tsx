import { randomUUID } from "node:crypto";
import { idParam, textParam } from "@/app/params";
import { aboutParam } from "@/app/(famille)/famille/justificatifs/about-param";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { aboutsOf, type SupportingDocumentType } from "@/lib/domain/supporting-document";
import { readDocumentTypes } from "@/lib/services/family-admin/documents";
import type { AgentFamily } from "@/lib/services/family-admin/read-family";
import { town } from "@/town/town";
import { familyHref } from "../../hrefs";
import { familyToChange, familyTitle } from "../read-family";
import { AddDocumentForm } from "./add-document-form";

type Props = PageProps<"/admin/familles/[id]/justificatif">;

export async function generateMetadata({ params }: Props) {
  return familyTitle(params, "Ajouter un justificatif");
}

/** First which document, then for whom and its files: what the service was handed on paper. */
export default async function AddDocumentPage({ params, searchParams }: Props) {
  const { agent, family, today } = await familyToChange(params);
  const types = await readDocumentTypes(agent);
  const asked = idParam(textParam(await searchParams, "type"));
  const type = types.find(({ id }) => id === asked);
  const name = `Famille ${family.name}`;
  return (
    <>
      <Breadcrumb
        above={[
          { href: "/admin/familles", label: "Familles" },
          { href: familyHref(family.id), label: name },
        ]}
        here="Ajouter un justificatif"
      />
      <PageHeading
        above={name}
        lead="Ce que la famille a remis au guichet ou par courrier. Le document est validé tout de suite."
      >
        {type ? type.label : "Ajouter un justificatif"}
      </PageHeading>
      {type ? (
        <AddDocumentForm
          familyId={family.id}
          typeId={type.id}
          persons={personsOf(type, family)}
          asksDate={type.validity === "untilDate"}
          today={today}
          largestFile={town.supportingDocuments.largestFile}
          backHref={familyHref(family.id)}
          idempotencyKey={randomUUID()}
        />
      ) : (
        <form method="get" className="grid max-w-xl gap-5">
          <SelectField name="type" label="Document">
            {types.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
          <div>
            <Button type="submit" iconEnd="arrow-right" wide>
              Continuer
            </Button>
          </div>
        </form>
      )}
    </>
  );
}

/** Everybody whom the document may be about, by name. */
function personsOf(
  { subject }: SupportingDocumentType,
  { children, guardians }: AgentFamily,
): { value: string; label: string }[] {
  const names = new Map([
    ["famille", "Toute la famille"],
    ...children.map(({ id, name }) => [`enfant-${id}`, name] as const),
    ...guardians.map(({ id, name }) => [`responsable-${id}`, name] as const),
  ]);
  const ids = {
    childIds: children.map(({ id }) => id),
    guardianIds: guardians.map(({ id }) => id),
  };
  return aboutsOf(subject, ids)
    .map(aboutParam)
    .map((value) => ({ value, label: names.get(value) ?? value }));
}

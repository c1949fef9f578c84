import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { formatDay } from "@/lib/domain/day-words";
import {
  readRights,
  readRightsDocuments,
  rightsStamp,
  type RightsDocument,
} from "@/lib/services/family-admin/rights";
import { familyHref } from "../../../../hrefs";
import { childToChange, familyTitle } from "../../../read-family";
import { RightsForm } from "./rights-form";

type Props = PageProps<"/admin/familles/[id]/enfants/[childId]/droits">;

export async function generateMetadata({ params }: Props) {
  const { child } = await childToChange(params);
  return familyTitle(params, `Droits sur ${child.name}`);
}

/** What a family may do with one of its children, limited by a court order or given back. */
export default async function RightsPage({ params }: Props) {
  const { agent, family, child } = await childToChange(params);
  const target = { familyId: family.id, childId: child.id };
  const [rights, documents] = await Promise.all([
    readRights(agent, target),
    readRightsDocuments(agent, child.id),
  ]);
  if (!rights) notFound();
  const name = `Famille ${family.name}`;
  return (
    <>
      <Breadcrumb
        above={[
          { href: "/admin/familles", label: "Familles" },
          { href: familyHref(family.id), label: name },
        ]}
        here="Droits"
      />
      <PageHeading
        above={name}
        lead="Les deux foyers d’un enfant ont les mêmes droits, sauf décision d’un juge. Ce que vous retirez ici ne concerne que cette famille."
      >
        {`Droits sur ${child.name}`}
      </PageHeading>
      <div className="grid max-w-2xl gap-6">
        <Callout icon="mail" title="Aucun courriel ne part">
          Le service prévient lui-même la famille dont les droits changent.
        </Callout>
        <RightsForm
          {...target}
          familyName={name}
          childName={child.name}
          rights={rights}
          shown={rightsStamp(rights)}
          documents={documents.map((document) => ({
            id: document.id,
            label: documentInWords(document),
          }))}
          backHref={familyHref(family.id)}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

function documentInWords({ label, familyName, filedOn, validUntil }: RightsDocument): string {
  const until = validUntil ? `, jusqu’au ${formatDay(validUntil, "dateMedium")}` : "";
  return `${label}, déposé le ${formatDay(filedOn, "dateMedium")} par la famille ${familyName}${until}`;
}

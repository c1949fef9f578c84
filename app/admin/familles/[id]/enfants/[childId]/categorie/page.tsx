import { randomUUID } from "node:crypto";
import { pricesSentences } from "@/components/portal/family-admin/quotient-words";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { plural } from "@/lib/domain/day-words";
import { readCategories } from "@/lib/services/family-admin/categories";
import { ofPerson } from "@/lib/domain/name-words";
import { familyHref } from "../../../../hrefs";
import { childToChange, familyTitle } from "../../../read-family";
import { CategoryForm } from "./category-form";

type Props = PageProps<"/admin/familles/[id]/enfants/[childId]/categorie">;

export async function generateMetadata({ params }: Props) {
  const { child } = await childToChange(params);
  return familyTitle(params, `Catégorie ${ofPerson(child.name)}`);
}

/** How the family pays for one of its children. */
export default async function CategoryPage({ params }: Props) {
  const { agent, family, child, today } = await childToChange(params);
  const { categories, unpriced, ...counts } = await readCategories(
    agent,
    family.id,
    child.id,
    today,
  );
  const name = `Famille ${family.name}`;
  return (
    <>
      <Breadcrumb
        above={[
          { href: "/admin/familles", label: "Familles" },
          { href: familyHref(family.id), label: name },
        ]}
        here="Catégorie"
      />
      <PageHeading above={name}>{`Catégorie ${ofPerson(child.name)}`}</PageHeading>
      <div className="grid max-w-2xl gap-6">
        <Callout title="Ce que cela change">
          <ul className="list-disc pl-5">
            <li>
              Les nouvelles réservations et les simulations de cette famille prennent le prix de la
              nouvelle catégorie dès maintenant.
            </li>
            {pricesSentences(counts).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {unpriced > 0 && (
              <li>
                {`${plural(unpriced, "réservation sans prix reçoit le sien", "réservations sans prix reçoivent le leur")}, si le tarif et le quotient de la famille le permettent.`}
              </li>
            )}
            {child.otherHomes.length > 0 && (
              <li>L’autre famille de l’enfant garde sa propre catégorie.</li>
            )}
          </ul>
        </Callout>
        <CategoryForm
          familyId={family.id}
          childId={child.id}
          shown={child.category?.id ?? null}
          categories={categories}
          backHref={familyHref(family.id)}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

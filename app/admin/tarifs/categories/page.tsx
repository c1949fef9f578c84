import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { plural } from "@/lib/domain/day-words";
import { readCategoryList } from "@/lib/services/tariffs/categories";
import { SettingLine } from "../../reglages/setting-line";

export const metadata: Metadata = { title: "Catégories de tarif" };

/** The categories by which children pay. */
export default async function CategoriesPage({
  searchParams,
}: PageProps<"/admin/tarifs/categories">) {
  const { agent } = await requirePermission("manage-tariffs");
  const categories = await readCategoryList(agent);
  const savedId = idParam(textParam(await searchParams, "enregistre"));
  const saved = categories.find(({ id }) => id === savedId);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/tarifs", label: "Tarifs" }]} here="Catégories" />
      <PageHeading
        lead="Chaque enfant paie selon une catégorie, que le service dit dans le dossier de sa famille. Une grille de prix a une colonne par catégorie."
        actions={
          <ButtonLink href="/admin/tarifs/categories/nouvelle" icon="plus" wide>
            Ajouter une catégorie
          </ButtonLink>
        }
      >
        Catégories de tarif
      </PageHeading>
      <div className="grid gap-6">
        {saved && (
          <Outcome key={saved.stamp}>{`«\u00a0${saved.label}\u00a0» est enregistrée.`}</Outcome>
        )}
        {categories.length === 0 ? (
          <EmptyState icon="child" title="Aucune catégorie">
            Ajoutez-en une au moins, par exemple «&nbsp;Enfant de la commune&nbsp;»&nbsp;: sans
            catégorie, aucun enfant n’a de prix.
          </EmptyState>
        ) : (
          <ol className="grid gap-3">
            {categories.map(({ id, label, explanation, pai, children }) => (
              <SettingLine
                key={id}
                href={`/admin/tarifs/categories/${id}`}
                label={label}
                badges={pai && <Badge tone="info">PAI</Badge>}
                facts={[explanation ?? "", plural(children, "enfant", "enfants")].filter(Boolean)}
              >
                {null}
              </SettingLine>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

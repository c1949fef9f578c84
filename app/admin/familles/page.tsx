import type { Metadata } from "next";
import { idParam, textParam } from "@/app/params";
import { FamilyList } from "@/components/portal/family-admin/family-list";
import { FilterInput } from "@/components/portal/requests/filter-field";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { authorize, requirePermission } from "@/lib/auth";
import { plural } from "@/lib/domain/day-words";
import {
  familiesPerPage,
  familyCountLimit,
  searchFamilies,
} from "@/lib/services/family-admin/search";

export const metadata: Metadata = { title: "Familles" };

/** Every family of the town; the search is a plain form: its URL can be kept. */
export default async function FamiliesPage({ searchParams }: PageProps<"/admin/familles">) {
  const { actor, agent } = await requirePermission("read-families");
  const query = await searchParams;
  const search = textParam(query, "recherche").slice(0, 100);
  const page = Math.min(idParam(textParam(query, "page")) ?? 1, 1000);
  const { families, total, likeness } = await searchFamilies(agent, { search, page });
  return (
    <>
      <PageHeading>Familles</PageHeading>
      {authorize(actor, "change-families") !== null && (
        <div className="mb-4 flex flex-wrap gap-3">
          <ButtonLink href="/admin/familles/nouvelle" variant="secondary" icon="plus" wide>
            Nouvelle famille
          </ButtonLink>
          {authorize(actor, "import-town") !== null && (
            <ButtonLink href="/admin/import" variant="secondary" icon="document" wide>
              Importer un fichier
            </ButtonLink>
          )}
        </div>
      )}
      <div className="grid gap-6">
        <form
          action="/admin/familles"
          role="search"
          aria-label="Chercher une famille"
          // A new search brings its own words: the field is made anew.
          key={search}
          className="no-print border-line bg-card grid items-end gap-4 rounded-xl border p-4 sm:grid-cols-[1fr_auto_auto]"
        >
          <FilterInput
            name="recherche"
            label="Nom, téléphone, adresse électronique ou numéro de demande"
            type="search"
            maxLength={100}
            autoComplete="off"
            defaultValue={search}
          />
          <Button type="submit" icon="search">
            Chercher
          </Button>
          {search !== "" && (
            <ButtonLink href="/admin/familles" variant="quiet">
              Effacer
            </ButtonLink>
          )}
        </form>
        {total === 0 ? (
          <EmptyState icon="search" title="Aucune famille trouvée">
            Écrivez le début d’un nom, d’un prénom ou d’une adresse électronique, un téléphone ou
            ses quatre derniers chiffres. Chaque mot doit se trouver dans la famille.
          </EmptyState>
        ) : (
          <>
            <p role="status" className="text-muted">
              {total >= familyCountLimit
                ? `Plus de ${familyCountLimit - 1} familles\u00a0: précisez votre recherche pour en voir moins.`
                : plural(total, "famille", "familles")}
              {likeness === "near" &&
                ", au nom qui se prononce de même\u00a0: rien n’est écrit ainsi."}
            </p>
            <FamilyList families={families} />
            <Pagination
              current={page}
              count={Math.ceil(total / familiesPerPage)}
              hrefOf={(n) => listHref(search, n)}
            />
          </>
        )}
      </div>
    </>
  );
}

function listHref(search: string, page: number): string {
  const query = new URLSearchParams();
  if (search !== "") query.set("recherche", search);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/admin/familles?${query.toString()}` : "/admin/familles";
}

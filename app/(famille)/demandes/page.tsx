import type { Metadata } from "next";
import { reservations } from "@/app/(famille)/demarches/reservations/demarche";
import { FilterSelect } from "@/components/portal/requests/filter-field";
import { RequestCards } from "@/components/portal/requests/request-card";
import { requestStates } from "@/components/portal/requests/words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requireGuardian } from "@/lib/auth";
import { plural } from "@/lib/domain/day-words";
import { requestStateLabel } from "@/lib/domain/service-request";
import {
  listRequests,
  requestsPerPage,
  type RequestFilters,
  type RequestPage,
} from "@/lib/services/request-kinds/list";
import { filtersOf, listHref, stateParam } from "./filters";

export const metadata: Metadata = { title: "Mes demandes" };

/** The family's requests, latest first. The filters are a plain form: its URL can be kept. */
export default async function RequestsPage({ searchParams }: PageProps<"/demandes">) {
  const { family } = await requireGuardian();
  const filters = filtersOf(await searchParams);
  const page = await listRequests(family, filters);
  const filtered = filters.state !== null || filters.childId !== null;
  return (
    <>
      <PageHeading lead="Ce que votre famille a envoyé, et ce que la mairie a répondu.">
        Mes demandes
      </PageHeading>
      {page.total === 0 && !filtered ? (
        <NothingYet />
      ) : (
        <div className="grid gap-6">
          <Filters filters={filters} kids={page.children} />
          <p role="status" className="text-muted">
            {plural(page.total, "demande", "demandes")}
          </p>
          <Results page={page} filters={filters} />
        </div>
      )}
    </>
  );
}

function Results({ page, filters }: { page: RequestPage; filters: RequestFilters }) {
  if (page.requests.length === 0) {
    return (
      <EmptyState
        icon="search"
        title="Aucune demande ne correspond"
        action={
          <ButtonLink href="/demandes" variant="secondary">
            Voir toutes mes demandes
          </ButtonLink>
        }
      />
    );
  }
  return (
    <>
      <RequestCards requests={page.requests} level={2} />
      <Pagination
        current={filters.page}
        count={Math.ceil(page.total / requestsPerPage)}
        hrefOf={(number) => listHref(filters, number)}
        label="Pages de demandes"
      />
    </>
  );
}

function Filters({ filters, kids }: { filters: RequestFilters; kids: RequestPage["children"] }) {
  return (
    <form
      action="/demandes"
      className="no-print grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
      role="search"
      aria-label="Filtrer mes demandes"
    >
      <FilterSelect
        name="etat"
        label="État"
        defaultValue={filters.state ? stateParam[filters.state] : ""}
      >
        <option value="">Tous</option>
        {requestStates.map((state) => (
          <option key={state} value={stateParam[state]}>
            {requestStateLabel[state]}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect name="enfant" label="Enfant" defaultValue={filters.childId ?? ""}>
        <option value="">Tous</option>
        {kids.map(({ id, firstName }) => (
          <option key={id} value={id}>
            {firstName}
          </option>
        ))}
      </FilterSelect>
      <Button type="submit" variant="secondary" icon="filter" wide>
        Filtrer
      </Button>
    </form>
  );
}

function NothingYet() {
  return (
    <EmptyState
      icon="document"
      title="Vous n’avez encore rien envoyé"
      action={<ButtonLink href={reservations.href}>Faire une réservation</ButtonLink>}
    >
      Chaque réservation envoyée devient une demande numérotée, que vous suivez ici.
    </EmptyState>
  );
}

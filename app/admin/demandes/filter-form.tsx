import { FilterInput, FilterSelect } from "@/components/portal/requests/filter-field";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { ButtonLink } from "@/components/ui/button-link";
import { requestKinds, requestKindWords } from "@/lib/domain/request-kind";
import type { QueueChoices } from "@/lib/services/request-kinds/queue";
import type { QueueFilters } from "@/lib/services/request-kinds/queue-filters";
import { orderParam, queueHref, queueStateParam, WRITTEN, WRITTEN_PARAM } from "./filters";

/** A plain GET form: without JavaScript it does the same. */
export function QueueFilterForm({
  filters,
  choices,
  everyKind,
}: {
  filters: QueueFilters;
  choices: QueueChoices;
  /** Whether the agent sees other requests than those of reservations. */
  everyKind: boolean;
}) {
  const order = orderParam(filters);
  const wide = {
    ...filters,
    kind: null,
    activityId: null,
    establishmentId: null,
    from: null,
    to: null,
    lateOnly: false,
  };
  const isNarrowed = queueHref(wide) !== queueHref(filters);
  const cleared = queueHref({ ...wide, search: "", likeness: "exact" });
  return (
    <form
      action="/admin/demandes"
      role="search"
      aria-label="Filtrer les demandes"
      // A new view brings its own values: the fields are made anew.
      key={queueHref(filters)}
      className="no-print border-line bg-card rounded-xl border p-4 pb-1"
    >
      {filters.state !== "pending" && (
        <input type="hidden" name="etat" value={queueStateParam(filters.state)} />
      )}
      {filters.writtenOnly && <input type="hidden" name={WRITTEN_PARAM} value={WRITTEN} />}
      {order !== null && <input type="hidden" name="tri" value={order} />}
      <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto_auto]">
        <FilterInput
          name="recherche"
          label="Nom, téléphone, adresse électronique ou numéro"
          type="search"
          maxLength={100}
          defaultValue={filters.search}
        />
        <Button type="submit" icon="filter">
          Filtrer
        </Button>
        {cleared !== queueHref(filters) && (
          <ButtonLink href={cleared} variant="quiet">
            Effacer les filtres
          </ButtonLink>
        )}
      </div>
      <Disclosure plain summary="Autres filtres" open={isNarrowed}>
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {everyKind && (
            <FilterSelect
              name="objet"
              label="Objet"
              defaultValue={filters.kind ? requestKindWords[filters.kind].param : ""}
            >
              <option value="">Tous</option>
              {requestKinds.map((kind) => (
                <option key={kind} value={requestKindWords[kind].param}>
                  {requestKindWords[kind].label}
                </option>
              ))}
            </FilterSelect>
          )}
          <FilterSelect name="activite" label="Activité" defaultValue={filters.activityId ?? ""}>
            <Options choices={choices.activities} any="Toutes" />
          </FilterSelect>
          <FilterSelect
            name="etablissement"
            label="Établissement"
            defaultValue={filters.establishmentId ?? ""}
          >
            <Options choices={choices.establishments} any="Tous" />
          </FilterSelect>
          <FilterInput name="du" label="Du" type="date" defaultValue={filters.from ?? ""} />
          <FilterInput name="au" label="Au" type="date" defaultValue={filters.to ?? ""} />
          <FilterSelect name="delai" label="Délai" defaultValue={filters.lateOnly ? "hors" : ""}>
            <option value="">Dans le délai ou non</option>
            <option value="hors">Hors délai seulement</option>
          </FilterSelect>
        </div>
      </Disclosure>
    </form>
  );
}

function Options({
  choices,
  any,
}: {
  choices: readonly { id: number; label: string }[];
  any: string;
}) {
  return (
    <>
      <option value="">{any}</option>
      {choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </>
  );
}

import { FilterInput, FilterSelect } from "@/components/portal/requests/filter-field";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { anyEventInWords, journalGroups } from "@/lib/domain/journal-words";
import { journalHref, type JournalView } from "./filters";

/** A plain GET form: without JavaScript it does the same. */
export function JournalFilterForm({ view }: { view: JournalView }) {
  return (
    <form
      action="/admin/journal"
      role="search"
      aria-label="Filtrer le journal"
      // A new view brings its own values: the fields are made anew.
      key={journalHref(view)}
      className="no-print border-line bg-card grid gap-4 rounded-xl border p-4"
    >
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <FilterInput
          name="qui"
          label="Qui (nom ou adresse électronique)"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={view.who}
        />
        <FilterSelect name="quoi" label="Quoi" defaultValue={view.what}>
          <option value="">Tout</option>
          {journalGroups.map(({ param, label, kinds }) => (
            <optgroup key={param} label={label}>
              <option value={param}>{`${label}\u00a0: tout`}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {anyEventInWords(kind)}
                </option>
              ))}
            </optgroup>
          ))}
        </FilterSelect>
        <FilterInput
          name="famille"
          label="Famille (nom d’un de ses membres)"
          type="search"
          maxLength={100}
          autoComplete="off"
          defaultValue={view.family}
        />
        <FilterInput name="du" label="Du" type="date" defaultValue={view.from ?? ""} />
        <FilterInput name="au" label="Au" type="date" defaultValue={view.to ?? ""} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" icon="filter">
            Filtrer
          </Button>
          {journalHref(view) !== "/admin/journal" && (
            <ButtonLink href="/admin/journal" variant="quiet">
              Effacer les filtres
            </ButtonLink>
          )}
        </div>
      </div>
    </form>
  );
}

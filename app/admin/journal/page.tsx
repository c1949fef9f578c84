import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readJournal, type JournalPage } from "@/lib/services/journal/read-journal";
import { EventList } from "./event-list";
import { JournalFilterForm } from "./filter-form";
import { journalFileHref, journalHref, journalViewOf, type JournalView } from "./filters";
import { ignoredSentence, tooManySentence } from "./words";

export const metadata: Metadata = { title: "Journal" };

/** Who did what and when. The filters are a plain form: their URL can be kept. */
export default async function TownJournalPage({ searchParams }: PageProps<"/admin/journal">) {
  const { agent } = await requirePermission("read-journal");
  const view = journalViewOf(await searchParams);
  const found = await readJournal(agent, view, view.before);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/agents", label: "Agents" }]} here="Journal" />
      <PageHeading lead="Qui a fait quoi, et quand, dans toute la commune. Rien ne s’y efface.">
        Journal
      </PageHeading>
      <div className="grid gap-6">
        <JournalFilterForm view={view} />
        {view.ignored.map((name) => (
          <Callout key={name} tone="warning">
            {ignoredSentence[name]}
          </Callout>
        ))}
        {"tooMany" in found ? (
          <EmptyState icon="search" title="Précisez le nom">
            {tooManySentence[found.tooMany]}
          </EmptyState>
        ) : (
          <Found view={view} found={found} />
        )}
      </div>
    </>
  );
}

function Found({ view, found }: { view: JournalView; found: JournalPage }) {
  const { events, next } = found;
  if (events.length === 0) return <NothingHere view={view} />;
  return (
    <>
      <p className="no-print">
        <a href={journalFileHref(view)} className="text-link" download>
          Télécharger ces lignes (CSV)
        </a>
        <span className="text-muted block text-sm">
          Toutes les pages, dans un tableur. Ce téléchargement est inscrit au journal.
        </span>
      </p>
      <EventList events={events} />
      <nav aria-label="Pages du journal" className="no-print flex flex-wrap gap-3">
        {view.before !== null && (
          <ButtonLink href={journalHref(view)} variant="secondary">
            Les dernières lignes
          </ButtonLink>
        )}
        {next !== null && (
          <ButtonLink href={journalHref(view, next)} variant="secondary">
            Lignes plus anciennes
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

function NothingHere({ view }: { view: JournalView }) {
  const { from, to } = view;
  return (
    <EmptyState
      icon="search"
      title="Rien de tel au journal"
      action={
        <ButtonLink href="/admin/journal" variant="secondary">
          Voir tout le journal
        </ButtonLink>
      }
    >
      {from !== null && to !== null && from > to
        ? "La dernière date est avant la première."
        : "Retirez un filtre, ou vérifiez ce que vous avez saisi."}
    </EmptyState>
  );
}

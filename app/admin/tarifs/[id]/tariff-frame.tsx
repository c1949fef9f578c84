import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import type { AgentVersion } from "@/lib/services/tariffs/read-grid";
import type { Day } from "@/lib/domain/day";
import { PhaseBadge } from "../phase-badge";
import { daysInWords, phaseOf } from "../words";

/** The pages of a version, as their URL and its strip of links name them. */
const views = {
  "": "Prix",
  modifier: "Modifier",
  reglages: "Nom et réductions",
  tableur: "Tableur",
  changements: "Ce qui change",
  effets: "Effets",
  publier: "Publier",
} as const;

type View = keyof typeof views;

/** A published version is only read. */
const ofPublished: readonly View[] = ["", "changements", "tableur"];

/** The chrome of every page of one version: where one is, its state, and its other pages. */
export function TariffFrame({
  version,
  view,
  today,
  heading,
  actions,
  children,
}: {
  version: AgentVersion;
  view: View;
  today: Day;
  /** The page's own title; the version's name unless told. */
  heading?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { id, name, state } = version;
  const base = `/admin/tarifs/${id}`;
  const shown = (Object.keys(views) as View[]).filter(
    (one) => state === "draft" || ofPublished.includes(one),
  );
  return (
    <>
      <Breadcrumb
        above={[
          { href: "/admin/tarifs", label: "Tarifs" },
          ...(view === "" ? [] : [{ href: base, label: name }]),
        ]}
        here={view === "" ? name : views[view]}
      />
      <PageHeading
        above={heading && name}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
            <PhaseBadge phase={phaseOf(version, today)} />
            {daysInWords(version, today)}
          </span>
        }
        actions={actions}
      >
        {heading ?? name}
      </PageHeading>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        <SegmentedLinks
          label={`Pages de ${name}`}
          items={shown.map((one) => ({
            href: one === "" ? base : `${base}/${one}`,
            label: views[one],
            current: one === view,
          }))}
        />
        {children}
      </div>
    </>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import type { Demarche } from "@/lib/demarche";
import { plural } from "@/lib/domain/day-words";

/** The first page of a démarche: what it does, how long it takes, and the way in (or back in). */
export function DemarcheIntroduction({
  demarche,
  start,
  resume,
  children,
}: {
  demarche: Demarche;
  start: Route;
  /** The drafts that wait: of what, where, and how many changes each holds. */
  resume: readonly { about: string; href: Route; changes: number }[];
  children: ReactNode;
}) {
  return (
    <>
      <PageHeading above={demarche.category} lead={demarche.summary}>
        {demarche.title}
      </PageHeading>
      <p className="mb-4 flex items-center gap-2 font-semibold">
        <Icon name="clock" />
        {`Durée approximative\u00a0: ${plural(demarche.minutes, "minute", "minutes")}`}
      </p>
      <div className="prose mb-6">{children}</div>
      {resume.map(({ about, href, changes }) => (
        <div key={href} className="mb-6">
          <Callout
            title={`Vous avez un brouillon pour ${about}`}
            actions={
              <ButtonLink href={href} iconEnd="arrow-right">
                {`Reprendre mon brouillon ${about}`}
              </ButtonLink>
            }
          >
            {`${plural(changes, "changement pas encore envoyé", "changements pas encore envoyés")}.`}
          </Callout>
        </div>
      ))}
      <ButtonLink
        href={start}
        iconEnd="arrow-right"
        variant={resume.length > 0 ? "secondary" : "primary"}
      >
        Commencer la démarche
      </ButtonLink>
    </>
  );
}

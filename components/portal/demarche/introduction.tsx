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
  /** A draft that waits: where it is, and how many changes it holds. */
  resume: { href: Route; changes: number } | null;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeading above={demarche.category} lead={demarche.summary}>
        {demarche.title}
      </PageHeading>
      <p className="mb-4 flex items-center gap-2 font-semibold">
        <Icon name="clock" />
        {`Durée approximative\u00a0: ${demarche.minutes}\u00a0minutes`}
      </p>
      <div className="prose mb-6">{children}</div>
      {resume ? (
        <div className="mb-6">
          <Callout
            title="Vous avez un brouillon"
            actions={
              <ButtonLink href={resume.href} iconEnd="arrow-right">
                Reprendre mon brouillon
              </ButtonLink>
            }
          >
            {`${plural(resume.changes, "changement", "changements")} pas encore envoyé${resume.changes > 1 ? "s" : ""}.`}
          </Callout>
        </div>
      ) : null}
      <ButtonLink href={start} iconEnd="arrow-right" variant={resume ? "secondary" : "primary"}>
        Commencer la démarche
      </ButtonLink>
    </>
  );
}

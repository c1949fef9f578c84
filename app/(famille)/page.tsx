import type { Metadata } from "next";
import { ChildrenDays } from "@/components/portal/home/child-days";
import { ContactDetails } from "@/components/portal/home/contact-details";
import { CutOffs } from "@/components/portal/home/cut-offs";
import { DemarcheCard } from "@/components/portal/home/demarche-card";
import { Forecast } from "@/components/portal/home/forecast";
import { LatestNews } from "@/components/portal/news/news-cards";
import { RequestCards } from "@/components/portal/requests/request-card";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import type { Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import { readHome, type Home } from "@/lib/services/home";
import { town } from "@/town/town";
import { catalogue } from "./demarches/catalogue";
import { reservations } from "./demarches/reservations/demarche";
import { departmentAtStart } from "@/lib/domain/department-words";

export const metadata: Metadata = { title: "Mon accueil" };

/** Who has booked before goes straight to the days, with all inscriptions; step 1 is one tap further. */
const calendar = reservations.stepHref("calendrier");

/** A link beside a heading. */
const aside = "text-link min-h-target inline-flex items-center";

export default async function HomePage() {
  const { actor, family } = await requireGuardian();
  const home = await readHome(family, nowMoment());
  const weekHref = (day: Day) =>
    reservations.stepHref("calendrier", {
      ...(home.schoolYearId === null ? {} : { annee: home.schoolYearId }),
      semaine: day,
    });
  return (
    <>
      <PageHeading lead={`Nous sommes le ${formatDay(home.today, "long")}.`}>
        {`Bonjour ${actor.firstName}`}
      </PageHeading>
      <div className="grid gap-8">
        {home.drafts.map((draft) => (
          <DraftToResume key={draft.schoolYearId} draft={draft} />
        ))}
        <LatestNews news={home.news} />
        <section aria-labelledby="aujourdhui">
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="aujourdhui">Aujourd’hui et demain</h2>
            {home.children.length > 0 && (
              <InnerLink href={weekHref(home.today)} className={aside}>
                Cette semaine au calendrier
              </InnerLink>
            )}
          </div>
          {home.children.length > 0 ? (
            <ChildrenDays kids={home.children} names={["Aujourd’hui", "Demain"]} />
          ) : (
            <NoChild />
          )}
        </section>
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <section aria-labelledby="demarches">
            <h2 id="demarches" className="mb-3">
              Mes démarches
            </h2>
            <ul className="grid gap-4">
              {catalogue.map(({ slug, href, title, summary, verb, minutes, icon }) => (
                <li key={slug}>
                  <DemarcheCard
                    {...{ title, summary, verb, minutes, icon }}
                    href={slug === reservations.slug && home.hasBooked ? calendar : href}
                  />
                </li>
              ))}
            </ul>
          </section>
          {home.cutOffs.length > 0 && (
            <section aria-labelledby="bientot">
              <h2 id="bientot" className="mb-3">
                À réserver bientôt
              </h2>
              <CutOffs cutOffs={home.cutOffs} weekHref={weekHref} />
            </section>
          )}
          {home.forecast.length > 0 && (
            <section aria-labelledby="previsions">
              <h2 id="previsions" className="mb-3">
                Ce que je paierai
              </h2>
              <Forecast months={home.forecast} />
            </section>
          )}
        </div>
        {home.requests.length > 0 && <LatestRequests requests={home.requests} />}
        <ContactDetails guardians={home.guardians} department={town.department} />
      </div>
    </>
  );
}

function DraftToResume({ draft }: { draft: Home["drafts"][number] }) {
  return (
    <Callout
      icon="edit"
      title={`Votre réservation ${draft.schoolYearName} n’est pas envoyée`}
      actions={
        <ButtonLink
          href={reservations.stepHref("calendrier", { annee: draft.schoolYearId })}
          iconEnd="arrow-right"
          wide
        >
          {`Reprendre ma réservation ${draft.schoolYearName}`}
        </ButtonLink>
      }
    >
      {`${plural(draft.changes, "modification non envoyée, gardée", "modifications non envoyées, gardées")} pour vous.`}
    </Callout>
  );
}

function LatestRequests({ requests }: { requests: Home["requests"] }) {
  return (
    <section aria-labelledby="demandes">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="demandes">Mes dernières demandes</h2>
        <InnerLink href="/demandes" className={aside}>
          Toutes mes demandes
        </InnerLink>
      </div>
      <RequestCards requests={requests} level={3} />
    </section>
  );
}

function NoChild() {
  return (
    <Callout title="Aucun enfant n’est rattaché à votre foyer">
      {`${departmentAtStart(town.department.name)} peut le faire pour vous\u00a0: `}
      <a className="text-link" href={`mailto:${town.department.email}`}>
        {town.department.email}
      </a>
      .
    </Callout>
  );
}

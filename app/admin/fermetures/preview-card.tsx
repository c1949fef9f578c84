import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDay, formatPeriod, plural } from "@/lib/domain/day-words";
import type { ForeseenClosure } from "@/lib/services/closures/foresee";
import { amountInWords, childrenInWords, emailsInWords, waitingInWords } from "./words";

/** Whom a closure touches, before anything is written. */
export function PreviewCard({ foreseen }: { foreseen: ForeseenClosure }) {
  const { figures, emails, untold, scope, reason } = foreseen;
  return (
    <>
      <DescriptionList
        items={[
          { term: "Fermé", detail: formatPeriod(scope.period) },
          { term: "Motif lu par les familles", detail: reason },
          {
            term: "Ce qui ferme",
            detail: `${plural(figures.groups, "groupe", "groupes")}, ${plural(figures.days, "jour", "jours")}`,
          },
          { term: "Touchés", detail: childrenInWords(figures.children, figures.families) },
          {
            term: "Réservations annulées",
            detail:
              figures.places === 0 ? (
                "Aucune"
              ) : (
                <ul>
                  {figures.unitDays.map((one) => (
                    <li key={`${one.day} ${one.activityLabel} ${one.unitLabel}`}>
                      {`${formatDay(one.day, "short")}\u00a0: ${plural(one.places, one.nounSingular, one.nounPlural)} (${one.activityLabel})`}
                    </li>
                  ))}
                </ul>
              ),
          },
          { term: "De moins sur les factures", detail: amountInWords(figures.amount) },
          { term: "Demandes en attente", detail: waitingInWords(figures.waiting) },
          { term: "Prévenues par courriel", detail: emailsInWords(emails, untold) },
        ]}
      />
      {figures.unpriced > 0 && (
        <Callout>
          {`${plural(figures.unpriced, "réservation n’a", "réservations n’ont")} pas de prix\u00a0: rien n’est à rendre pour ${figures.unpriced < 2 ? "elle" : "elles"}.`}
        </Callout>
      )}
    </>
  );
}

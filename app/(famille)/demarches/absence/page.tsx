import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { addDays, dayOf, type Day } from "@/lib/domain/day";
import { capital, formatDay, listInWords } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import { staysDue } from "@/lib/domain/booking/late-quote";
import { readReserved, type ReservedPlace } from "@/lib/services/absences/read-reserved";
import { readSubmission } from "@/lib/services/reservations/read-submission";
import { absence } from "./demarche";
import { AbsenceForm, type ShownDay, type ShownPlace } from "./form";

export const metadata: Metadata = { title: absence.title };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Who does not come, of the days that come: whom, which days and units, why. One page, no draft. */
export default async function AbsencePage({ searchParams }: PageProps<"/demarches/absence">) {
  const { family } = await requireGuardian();
  const sent = textParam(await searchParams, "envoi");
  const reserved = await readReserved(family, nowMoment());
  const submission = uuid.test(sent) ? await readSubmission(family, sent) : null;
  return (
    <>
      <PageHeading above={absence.category} lead={absence.summary}>
        {absence.title}
      </PageHeading>
      <div className="grid gap-6">
        {submission && (
          <Outcome
            actions={
              <ButtonLink href="/demandes" variant="secondary" wide>
                Voir mes demandes
              </ButtonLink>
            }
          >
            {sentInWords(submission.requests)}
          </Outcome>
        )}
        {reserved && reserved.places.length > 0 ? (
          <AbsenceForm
            key={family.familyId}
            familyId={family.familyId}
            days={daysOf(reserved.places, dayOf(nowMoment()))}
            schoolYearId={reserved.schoolYearId}
            idempotencyKey={randomUUID()}
          />
        ) : (
          <EmptyState icon="calendar" title="Aucune réservation dans les sept jours qui viennent">
            Pour une date plus lointaine, retirez-la dans le calendrier des réservations.
          </EmptyState>
        )}
      </div>
    </>
  );
}

function sentInWords(requests: readonly { number: number; state: string }[]): string {
  const named = listInWords(requests.map(({ number }) => `n°\u00a0${number}`));
  const waits = requests.some(({ state }) => state === "pending");
  const what = waits
    ? "Ce qui est hors délai est à l’étude\u00a0: d’ici là, votre enfant reste attendu."
    : "Votre enfant n’est plus attendu.";
  return `Absence signalée (${named}). ${what} Un courriel vous le confirme.`;
}

function daysOf(places: readonly ReservedPlace[], today: Day): ShownDay[] {
  return grouped(places, ({ day }) => day).map(([day, its]) => ({
    title: titleOf(day, today),
    children: grouped(its, ({ childName }) => childName).map(([name, theirs]) => ({
      name,
      places: theirs.map(shown),
    })),
  }));
}

function titleOf(day: Day, today: Day): string {
  const said = formatDay(day, "long");
  if (day === today) return `Aujourd’hui, ${said}`;
  return day === addDays(today, 1) ? `Demain, ${said}` : capital(said);
}

function shown({ key, outcome, unitLabel, activityLabel, ...place }: ReservedPlace): ShownPlace {
  return {
    id: `place-${key.replaceAll("|", "-")}`,
    value: outcome === null || outcome === "asked" ? null : `${key}|${outcome}`,
    label: `${unitLabel} (${activityLabel})`,
    hint: hintOf({ outcome, ...place }),
  };
}

function hintOf({
  outcome,
  amount,
  departmentEmail,
}: Pick<ReservedPlace, "outcome" | "amount" | "departmentEmail">): string {
  switch (outcome) {
    case "atOnce":
      return "Dans le délai\u00a0: annulé tout de suite, rien n’est dû.";
    case "examined":
      return "Dans le délai\u00a0: le service examine l’annulation.";
    case "late":
      return `Hors délai\u00a0: le service examine votre motif. S’il n’est pas reconnu, ${staysDue(amount)}.`;
    case "asked":
      return "Absence signalée\u00a0: le service examine votre motif. D’ici là, votre enfant reste attendu.";
    case null:
      return `Trop tard pour annuler ici\u00a0: écrivez à ${departmentEmail}.`;
  }
}

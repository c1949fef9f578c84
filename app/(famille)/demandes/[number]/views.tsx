import type { ReactNode } from "react";
import { reservations } from "@/app/(famille)/demarches/reservations/demarche";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { DocumentList } from "@/components/portal/requests/document-list";
import { FileChangeList } from "@/components/portal/requests/file-changes";
import { LateRequest } from "@/components/portal/requests/late-request";
import { RequestLines } from "@/components/portal/requests/request-lines";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import type { ByKind } from "@/lib/services/request-kinds/detail";
import { JoinDocument } from "./join-link";

/** What a family reads of its request, by the kind of it. */
export const views: ByKind<ReactNode> = {
  reservations: ({ groups, documents }, { lateReason, number }) => (
    <>
      {lateReason !== null && <LateRequest reason={lateReason} groups={groups} reader="family" />}
      {groups.length > 0 && (
        <Card title="Les dates" titleId="les-dates">
          <RequestLines groups={groups} />
          <ChangeDays groups={groups} />
        </Card>
      )}
      {documents.length > 0 && <Documents documents={documents} />}
      {lateReason !== null && <JoinDocument number={number} />}
    </>
  ),
  familyFile: ({ changes }) => (
    <Card title="Les informations" titleId="les-informations">
      <FileChangeList changes={changes} />
    </Card>
  ),
  supportingDocuments: ({ documents }) => <Documents documents={documents} />,
  authorizations: (changes) => (
    <Card title="Les réponses" titleId="les-reponses">
      <ChangeList changes={changes} />
    </Card>
  ),
};

/** To the calendar, on the first day to come of those that were accepted or wait. */
function ChangeDays({ groups }: Parameters<typeof RequestLines>[0]) {
  const today = dayOf(nowMoment());
  const [next] = groups
    .filter(({ state }) => state === "accepted" || state === "pending")
    .flatMap(({ days, undone }) => days.filter((d) => d >= today && !undone.includes(d)))
    .sort();
  return next === undefined ? null : (
    <p className="no-print mt-4">
      <ButtonLink
        href={reservations.stepHref("calendrier", { semaine: next })}
        variant="secondary"
        icon="calendar"
        wide
      >
        Modifier ou annuler ces jours
      </ButtonLink>
    </p>
  );
}

function Documents({ documents }: Pick<Parameters<typeof DocumentList>[0], "documents">) {
  return (
    <Card title="Les justificatifs" titleId="les-justificatifs">
      <DocumentList documents={documents} folder="/famille/justificatifs/fichiers" />
    </Card>
  );
}

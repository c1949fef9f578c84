import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { DocumentList } from "@/components/portal/requests/document-list";
import { FileChangeList } from "@/components/portal/requests/file-changes";
import { LateRequest } from "@/components/portal/requests/late-request";
import { RequestLines } from "@/components/portal/requests/request-lines";
import { Card } from "@/components/ui/card";
import { authorize, type Actor } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, type Day } from "@/lib/domain/day";
import { whyGone } from "@/lib/domain/gone-day";
import type { PlacesOfRequest } from "@/lib/services/reservations/request-places";
import type { LineGroup } from "@/lib/services/reservations/line-groups";
import type { LineState } from "@/lib/domain/service-request";
import type { ByKind } from "@/lib/services/request-kinds/detail";
import type { OfferedTemplate } from "@/lib/services/settings/answer-templates";
import { DecisionForm } from "./decision-form";
import { DocumentDecisionForm } from "./document-decision-form";
import { FileDecisionForm } from "./file-decision-form";

/** What an agent reads and decides of a request, by the kind of it: what waits stands first. */
export function viewsFor(
  actor: Actor,
  {
    list,
    places,
    templates,
  }: {
    /** The query of the list from which one came. */
    list: string;
    /** Of dates of limited units. */
    places: PlacesOfRequest;
    /** What a refusal may start from. */
    templates: readonly OfferedTemplate[];
  },
): ByKind<ReactNode> {
  const decidesFiles = authorize(actor, "decide-files") !== null;
  const opensFiles = authorize(actor, "read-documents") !== null;
  return {
    reservations: ({ groups, documents }, { lateReason, number }) => {
      const { waiting, settled } = apart(groups, true);
      const today = dayOf(nowMoment());
      const lateChange = lateReason === null ? null : (groups[0]?.change ?? null);
      return (
        <>
          {lateReason !== null && (
            <LateRequest reason={lateReason} groups={groups} reader="agent" />
          )}
          <DecisionForm
            number={number}
            list={list}
            groups={waiting.map((group) => ({ ...group, gone: goneOf(group, today) }))}
            places={places}
            lateChange={lateChange}
            templates={templates}
            idempotencyKey={randomUUID()}
          />
          {settled.length > 0 && (
            <Card title={waiting.length > 0 ? "Déjà décidé" : "Les dates"} titleId="deja-decide">
              <RequestLines groups={settled} />
            </Card>
          )}
          <Documents documents={documents} opensFiles={opensFiles} />
        </>
      );
    },
    familyFile: ({ changes }, { number }) => {
      const { waiting, settled } = apart(changes, decidesFiles);
      return (
        <>
          <FileDecisionForm
            number={number}
            list={list}
            changes={waiting}
            templates={templates}
            idempotencyKey={randomUUID()}
          />
          {settled.length > 0 && (
            <Card
              title={waiting.length > 0 ? "Déjà décidé" : "Les informations"}
              titleId="les-informations"
            >
              <FileChangeList changes={settled} />
            </Card>
          )}
        </>
      );
    },
    supportingDocuments: ({ documents }, { number }) => {
      const { waiting, settled } = apart(documents, decidesFiles);
      return (
        <>
          {decidesFiles && (
            <DocumentDecisionForm
              number={number}
              list={list}
              documents={waiting}
              templates={templates}
              idempotencyKey={randomUUID()}
            />
          )}
          <Documents documents={settled} opensFiles={opensFiles} />
        </>
      );
    },
    authorizations: (changes) => (
      <Card title="Les réponses" titleId="les-reponses">
        <ChangeList changes={changes} />
      </Card>
    ),
  };
}

const goneWord = { past: "passée", closed: "fermée" } as const;

/** By day, why it can no longer be accepted. */
function goneOf(
  { change, days, closed }: Pick<LineGroup, "change" | "days" | "closed">,
  today: Day,
): Record<string, string> {
  return Object.fromEntries(
    days.flatMap((day) => {
      const why = whyGone({ change, day, isOpen: !closed.includes(day) }, today);
      return why === null ? [] : [[day, goneWord[why]]];
    }),
  );
}

/** Who may not decide on what waits reads it with the rest. */
function apart<Line extends { readonly state: LineState }>(
  lines: readonly Line[],
  decides: boolean,
) {
  const waits = ({ state }: Line) => decides && state === "pending";
  return { waiting: lines.filter(waits), settled: lines.filter((line) => !waits(line)) };
}

function Documents({
  documents,
  opensFiles,
}: {
  documents: Parameters<typeof DocumentList>[0]["documents"];
  opensFiles: boolean;
}) {
  if (documents.length === 0) return null;
  const shown = opensFiles ? documents : documents.map((one) => ({ ...one, files: [] }));
  return (
    <Card title="Les justificatifs" titleId="les-justificatifs">
      <DocumentList documents={shown} folder="/admin/justificatifs/fichiers" />
    </Card>
  );
}

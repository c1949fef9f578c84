import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { answerLabel } from "@/lib/domain/authorization";
import { momentOfInstant, monthOf, type Day } from "@/lib/domain/day";
import { formatDay, formatMoment, formatPeriod, monthName } from "@/lib/domain/day-words";
import { fieldValueInWords } from "@/lib/domain/family-file-words";
import { grouped } from "@/lib/domain/grouped";
import type { DocumentContent, DocumentFact, DocumentGroup } from "@/lib/domain/issued-document";
import { formatDifference } from "@/lib/domain/money";
import {
  aboutInWords,
  changeLabel,
  lineStateLabel,
  requestStateLabel,
} from "@/lib/domain/service-request";
import { readFamilyRequest, type RequestDetail } from "@/lib/services/service-requests/detail";
import type { LineGroup } from "@/lib/services/service-requests/line-groups";
import { issuer } from "./issuer";

/** Up to so many dates, the sentence names each. */
const listed = 3;

/** A request of this family as it stands, without what it wrote to the service; null for any other. */
export async function requestRecapContent(
  family: AuthorizedFamily,
  number: number,
): Promise<DocumentContent | null> {
  const request = await readFamilyRequest(family, number);
  if (!request) return null;
  const { groups } = request;
  return {
    title: `Récapitulatif de la demande n°\u00a0${number}`,
    issuer,
    statement: "Voici ce qui a été demandé, et ce que la mairie a répondu à ce jour.",
    facts: factsOf(request),
    table: tableOf(request),
    remarks: groups.some(({ cost }) => cost.unpriced === 0)
      ? ["Les prix sont ceux qui étaient annoncés quand la demande a été envoyée."]
      : [],
  };
}

function tableOf(request: RequestDetail): DocumentContent["table"] {
  const { answerChanges, fileChanges, documents, groups } = request;
  if (answerChanges.length > 0) return answersTable(answerChanges);
  if (fileChanges.length > 0) return fileTable(fileChanges);
  return groups.length > 0 ? datesTable(groups) : documentsTable(documents);
}

function factsOf(request: RequestDetail): DocumentFact[] {
  const { firstDay, lastDay, establishmentLabel, groupLabel, createdAt } = request;
  const about = aboutInWords(request.about);
  const sentOn = momentOfInstant(createdAt);
  return [
    [about.term, about.detail],
    ["Objet", request.subject],
    ...optional("Établissement", [establishmentLabel, groupLabel].filter(Boolean).join(", ")),
    ...optional("Période", firstDay && lastDay && formatPeriod({ from: firstDay, to: lastDay })),
    ["Demandeur", request.by],
    ["Envoyée", formatMoment(sentOn)],
    ["État", requestStateLabel[request.state]],
  ];
}

function optional(name: string, value: string | null): DocumentFact[] {
  return value ? [[name, value]] : [];
}

function datesTable(groups: readonly LineGroup[]): DocumentContent["table"] {
  if (groups.length === 0) return null;
  return {
    titles: ["Changement", "Dates", "Prix annoncé"],
    groups: grouped(groups, ({ change, unitLabel }) => `${changeLabel[change]}, ${unitLabel}`).map(
      ([name, its]): DocumentGroup => ({
        name,
        rows: its.map(({ sentence, state, days, cost }) => ({
          name: `${lineStateLabel[state]}\u00a0: ${sentence}`,
          remarks: days.length > listed ? datesByMonth(days) : [],
          value: cost.unpriced > 0 ? "" : formatDifference(cost.amount),
        })),
      }),
    ),
  };
}

/** "décembre 2026 : 2, 9 et 16". */
function datesByMonth(days: readonly Day[]): string[] {
  return grouped(days, monthOf).map(
    ([month, its]) => `${monthName(month)}\u00a0: ${its.map((d) => Number(d.slice(8))).join(", ")}`,
  );
}

function answersTable(changes: RequestDetail["answerChanges"]): DocumentContent["table"] {
  const answer = (allowed: boolean | null) =>
    allowed === null ? "sans réponse" : answerLabel(allowed).toLowerCase();
  return {
    titles: ["Réponse", "Avant", "Maintenant"],
    groups: changes.map(({ label, was, now }) => ({
      name: label,
      rows: [{ name: answer(was), remarks: [], value: answer(now) }],
    })),
  };
}

/** Health is not printed: the paper may be shown to anybody. */
function fileTable(changes: RequestDetail["fileChanges"]): DocumentContent["table"] {
  return {
    titles: ["Information", "Avant", "Demandé"],
    groups: changes.map(({ field, label, state, isHealth, values }) => {
      const said = (value: string | null) => fieldValueInWords(field, value).replaceAll("\n", ", ");
      const unsaid = isHealth ? "information de santé, non imprimée" : "non imprimé";
      return {
        name: label,
        rows: [
          {
            name: values ? said(values.was) : unsaid,
            remarks: [lineStateLabel[state]],
            value: values ? said(values.now) : "",
          },
        ],
      };
    }),
  };
}

function documentsTable(documents: RequestDetail["documents"]): DocumentContent["table"] {
  if (documents.length === 0) return null;
  return {
    titles: ["Justificatif", "État", "Valable jusqu’au"],
    groups: documents.map(({ label, state, validUntil }) => ({
      name: label,
      rows: [
        {
          name: lineStateLabel[state],
          remarks: [],
          value: validUntil ? formatDay(validUntil, "dateMedium") : "",
        },
      ],
    })),
  };
}

import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment, formatPeriod } from "@/lib/domain/day-words";
import type { DocumentContent, DocumentFact } from "@/lib/domain/issued-document";
import { aboutInWords, requestStateLabel } from "@/lib/domain/service-request";
import {
  readFamilyRequest,
  recapOf,
  type RequestDetail,
} from "@/lib/services/request-kinds/detail";
import { issuer } from "./issuer";

/** A request of this family as it stands, without what it wrote to the service; null for any other. */
export async function requestRecapContent(
  family: AuthorizedFamily,
  number: number,
): Promise<DocumentContent | null> {
  const request = await readFamilyRequest(family, number);
  if (!request) return null;
  return {
    title: `Récapitulatif de la demande n°\u00a0${number}`,
    issuer: issuer(),
    statement: "Voici ce qui a été demandé, et ce que la mairie a répondu à ce jour.",
    facts: factsOf(request),
    table: recapOf(request),
    remarks:
      request.kind === "reservations" &&
      request.content.groups.some(({ cost }) => cost.unpriced === 0)
        ? ["Les prix sont ceux qui étaient annoncés quand la demande a été envoyée."]
        : [],
  };
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

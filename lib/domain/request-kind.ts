import { plural } from "@/lib/domain/day-words";

/** What a request is about. Mirrored by the database's enum; a démarche that files has one. */
export type RequestKind = "reservations" | "familyFile" | "authorizations" | "supportingDocuments";

/** All that is said of a kind of request, on the families' side and on the agents'. */
interface KindWords {
  /** Among the other kinds: "Justificatifs". */
  readonly label: string;
  /** What such a request is about, where it is of no activity: "Justificatif". */
  readonly subject: string;
  /** As the agents' address names it. */
  readonly param: string;
  /** A line of such a request, which is accepted, refused or taken back. */
  readonly line: Noun;
  /** What it changes: "1 réponse changée", "2 réponses changées". */
  readonly changes: readonly [one: string, several: string];
  /** A refusal in the timeline: "Dates refusées". */
  readonly refused: string;
  /** What becomes of so many lines that the family takes back while they wait. */
  readonly takenBack: (count: number) => string;
}

interface Noun {
  readonly one: string;
  readonly several: string;
  readonly feminine: boolean;
}

export const requestKindWords: Readonly<Record<RequestKind, KindWords>> = {
  reservations: {
    label: "Réservations",
    subject: "Réservations",
    param: "reservations",
    line: { one: "date", several: "dates", feminine: true },
    changes: ["changement", "changements"],
    refused: "Dates refusées",
    takenBack: (count) =>
      `${plural(count, "date n’attendra", "dates n’attendront")} plus la réponse du service. Ce qui est déjà accepté ne change pas. Vous pourrez refaire une demande tant que le délai le permet.`,
  },
  familyFile: {
    label: "Dossier",
    subject: "Dossier",
    param: "dossier",
    line: { one: "information", several: "informations", feminine: true },
    changes: ["information changée", "informations changées"],
    refused: "Informations refusées",
    takenBack: (count) =>
      `${plural(count, "information n’attendra", "informations n’attendront")} plus la réponse du service\u00a0: votre dossier reste tel qu’il est. Ce qui est déjà accepté ne change pas.`,
  },
  authorizations: {
    label: "Autorisations",
    subject: "Autorisations",
    param: "autorisations",
    line: { one: "réponse", several: "réponses", feminine: true },
    changes: ["réponse changée", "réponses changées"],
    refused: "Réponses refusées",
    takenBack: (count) =>
      `${plural(count, "réponse n’attendra", "réponses n’attendront")} plus la réponse du service.`,
  },
  supportingDocuments: {
    label: "Justificatifs",
    subject: "Justificatif",
    param: "justificatifs",
    line: { one: "justificatif", several: "justificatifs", feminine: false },
    changes: ["justificatif", "justificatifs"],
    refused: "Justificatif refusé",
    takenBack: (count) =>
      `${plural(count, "justificatif n’attendra", "justificatifs n’attendront")} plus la réponse du service, et ses fichiers seront supprimés.`,
  },
};

export const requestKinds = Object.keys(requestKindWords) as readonly RequestKind[];

/** The activity, or what a request of this kind is about where it is of none. */
export function requestSubject(kind: RequestKind, activityLabel: string | null): string {
  return activityLabel ?? requestKindWords[kind].subject;
}

const participle = { accept: "accepté", refuse: "refusé", withdraw: "retiré" } as const;

/** What an act settled: "3 dates acceptées", "1 justificatif refusé". */
export function settledInWords(
  kind: RequestKind,
  act: keyof typeof participle,
  count: number,
): string {
  const { one, several, feminine } = requestKindWords[kind].line;
  const settled = `${participle[act]}${feminine ? "e" : ""}`;
  return plural(count, `${one} ${settled}`, `${several} ${settled}s`);
}

/** What is taken back, as its button says it: "cette date", "ces 3 justificatifs". */
export function theseInWords(kind: RequestKind, count: number): string {
  const { one, several, feminine } = requestKindWords[kind].line;
  return count < 2 ? `${feminine ? "cette" : "ce"} ${one}` : `ces ${count} ${several}`;
}

import type { EmailMessage } from "@/lib/commit";
import { staysDue } from "@/lib/domain/booking/late-quote";
import { plural } from "@/lib/domain/day-words";
import { cents, formatCents, type Cents } from "@/lib/domain/money";
import {
  requestStateLabel,
  type LineChange,
  type ServiceRequestState,
} from "@/lib/domain/service-request";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";
import { departmentAtStart } from "@/lib/domain/department-words";

export interface RequestMessage {
  to: string;
  firstName: string;
  number: number;
  childName: string;
  activityLabel: string;
  establishmentLabel: string;
  departmentName: string;
  departmentEmail: string;
  /** The state that the request now has. */
  state: ServiceRequestState;
  /** How many dates were settled by this act. */
  count: number;
  /** Those dates in words. */
  sentences: readonly string[];
  /** The request's page, in full. */
  url: string;
  town: string;
}

export interface DecidedRequest extends RequestMessage {
  decision: "accept" | "refuse";
  /** What was asked past its cut-off, at the price announced then; null for what was asked in time. */
  late: { change: LineChange; amount: Cents | null } | null;
  /** What the same answer refused besides what it accepted. */
  refused: { count: number; sentences: readonly string[] };
  /** Dates that still wait. */
  left: number;
  /** Why it was refused, in the agent's words. */
  reason: string | null;
}

/** What the service decided, and what remains to be. The answer goes to the service. */
export function requestDecided(props: DecidedRequest): EmailMessage {
  const { departmentName, left, number, reason } = props;
  const verdict = verdictOf(props);
  const waiting = plural(left, "date reste à examiner", "dates restent à examiner");
  return composeEmail({
    to: props.to,
    replyTo: props.departmentEmail,
    subject: `Demande n°\u00a0${number}\u00a0: ${left > 0 || props.late ? verdict : stateWords(props.state)}`,
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      {
        kind: "text",
        text: `${departmentAtStart(departmentName)} a examiné votre demande n°\u00a0${number}\u00a0: ${verdict}.${left > 0 ? ` ${waiting}.` : ""}${lateDue(props)}`,
      },
      requestFacts(props),
      {
        kind: "list",
        title: titleOf(props),
        items: props.sentences,
      },
      ...(props.refused.count === 0
        ? []
        : [
            {
              kind: "list",
              title: "Dates refusées\u00a0:",
              items: props.refused.sentences,
            } as const,
          ]),
      ...(reason === null
        ? []
        : [{ kind: "text", text: `Motif donné par le service\u00a0: ${reason}` } as const]),
      { kind: "link", label: "Voir ma demande", url: props.url },
      {
        kind: "text",
        text: `Une question\u00a0? Répondez à ce courriel, ou écrivez à ${props.departmentEmail}.`,
      },
    ],
    signature: `${departmentName}, ${props.town}`,
  });
}

const lateVerdict = {
  add: { accept: "ajout hors délai accepté", refuse: "ajout hors délai refusé" },
  remove: {
    accept: "motif reconnu, rien n’est dû",
    refuse: "motif non reconnu, la prestation reste due",
  },
} as const;

function verdictOf({ count, decision, late, refused }: DecidedRequest): string {
  const others =
    refused.count === 0 ? "" : `, ${plural(refused.count, "date refusée", "dates refusées")}`;
  if (late) return lateVerdict[late.change][decision] + others;
  return decision === "accept"
    ? plural(count, "date acceptée", "dates acceptées") + others
    : plural(count, "date refusée", "dates refusées");
}

/** What the family now owes, where the answer makes it so. */
function lateDue({ decision, late }: DecidedRequest): string {
  if (!late || late.amount === null) return "";
  const amount = cents(Math.abs(late.amount));
  if (late.change === "add")
    return decision === "accept" ? ` Prix\u00a0: ${formatCents(amount)}.` : "";
  return decision === "refuse" ? ` ${staysDue(amount)}.` : "";
}

function titleOf({ decision, late }: DecidedRequest): string {
  if (late) return "La date\u00a0:";
  return decision === "accept" ? "Dates acceptées\u00a0:" : "Dates refusées\u00a0:";
}

/** "traitée positivement": the state within a sentence. */
export function stateWords(state: ServiceRequestState): string {
  const label = requestStateLabel[state];
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** What the request is about, and where it stands. */
export function requestFacts(props: RequestMessage): EmailBlock {
  return {
    kind: "facts",
    title: `Demande n°\u00a0${props.number} – ${props.childName} – ${props.activityLabel}`,
    facts: [
      ["État", requestStateLabel[props.state]],
      ["Établissement", props.establishmentLabel],
    ],
  };
}

import type { EmailMessage } from "@/lib/commit";
import type { Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import { cents, formatCents, formatDifference, type Cents } from "@/lib/domain/money";
import { composeEmail, type EmailBlock } from "@/lib/emails/layout";

/** Why prices are others, in what a family is told. */
export type PricesReason =
  | { readonly kind: "newTariff"; readonly name: string; readonly from: Day }
  | {
      readonly kind: "newQuotient";
      readonly what: "added" | "corrected" | "removed";
      readonly from: Day;
      /** In the agent's words; null where it gave none. */
      readonly why: string | null;
    }
  | { readonly kind: "newCategory"; readonly childName: string | null; readonly label: string };

/** What the places of a child in an activity cost together. */
interface PricedActivity {
  readonly label: string;
  /** Zero where only its fee has another price. */
  readonly places: number;
  readonly before: Cents;
  readonly after: Cents;
}

export interface PricesChanged {
  readonly to: string;
  readonly replyTo: string;
  readonly firstName: string;
  readonly reason: PricesReason;
  readonly children: readonly {
    /** Null where the family may no longer see the child. */
    readonly name: string | null;
    readonly activities: readonly PricedActivity[];
  }[];
  /** Days before it keep their price. */
  readonly since: Day;
  /** The page that says what the coming months cost, in full. */
  readonly url: string;
  readonly town: string;
}

/** What a family pays now for what it reserved, and what it would have paid: once a change. */
export function pricesChanged(props: PricesChanged): EmailMessage {
  const all = props.children.flatMap(({ activities }) => activities);
  const before = cents(all.reduce((sum, its) => sum + its.before, 0));
  const after = cents(all.reduce((sum, its) => sum + its.after, 0));
  return composeEmail({
    to: props.to,
    replyTo: props.replyTo,
    subject: "Le prix de vos réservations a changé",
    greeting: `Bonjour ${props.firstName},`,
    blocks: [
      { kind: "text", text: reasonInWords(props.reason) },
      { kind: "text", text: "Le prix de vos réservations déjà faites suit ce changement." },
      ...props.children.map(factsOf),
      {
        kind: "text",
        text: `En tout\u00a0: ${change(before, after)}, soit ${formatDifference(cents(after - before))}.`,
      },
      ...keptInWords(props),
      { kind: "link", label: "Voir ce que coûtent les prochains mois", url: props.url },
    ],
    signature: props.town,
  });
}

function reasonInWords(reason: PricesReason): string {
  switch (reason.kind) {
    case "newTariff":
      return `Les prix de «\u00a0${reason.name}\u00a0» s’appliquent à partir du ${formatDay(reason.from, "dateMedium")}.`;
    case "newQuotient": {
      const done = { added: "enregistré", corrected: "corrigé", removed: "retiré" }[reason.what];
      const why = reason.why === null ? "" : ` Motif\u00a0: ${reason.why}`;
      return `Le service a ${done} votre situation (quotient familial) qui vaut à partir du ${formatDay(reason.from, "dateMedium")}.${why}`;
    }
    case "newCategory":
      return `La catégorie de tarif ${reason.childName === null ? "d’un enfant" : `de ${reason.childName}`} est maintenant «\u00a0${reason.label}\u00a0».`;
  }
}

/** Said where the change counts for days that are billed. */
function keptInWords({ reason, since }: PricesChanged): EmailBlock[] {
  const from = reason.kind === "newCategory" ? null : reason.from;
  return from !== null && from >= since
    ? []
    : [
        {
          kind: "text",
          text: `Les jours d’avant le ${formatDay(since, "dateMedium")} gardent leur prix.`,
        },
      ];
}

function factsOf({ name, activities }: PricesChanged["children"][number]): EmailBlock {
  return {
    kind: "facts",
    title: name ?? "Un enfant de la famille",
    facts: activities.map(({ label, places, before, after }) => [
      places === 0
        ? `${label}, frais`
        : `${label}, ${plural(places, "réservation", "réservations")}`,
      change(before, after),
    ]),
  };
}

const change = (before: Cents, after: Cents) =>
  `${formatCents(before)} avant, ${formatCents(after)} maintenant`;

import { Callout } from "@/components/ui/callout";
import { lateQuoteInWords, staysDue } from "@/lib/domain/booking/late-quote";
import { cents, formatCents, NOTHING, type Cents } from "@/lib/domain/money";
import type { LineChange } from "@/lib/domain/service-request";
import type { LineGroupFacts } from "./request-lines";

/** What was asked past its cut-off, with the family's reason and the price that it read. */
export function LateRequest({
  reason,
  group,
  reader,
}: {
  reason: string;
  /** The one date that was asked. */
  group: LineGroupFacts | undefined;
  reader: "family" | "agent";
}) {
  if (!group) return null;
  const asked = group.change === "add" ? "Ajout" : "Annulation";
  return (
    <Callout
      tone="neutral"
      icon="clock"
      title={`${asked} hors délai\u00a0: ${group.unitLabel}, ${group.sentence}`}
    >
      <p className="break-words whitespace-pre-line">
        {`${reader === "family" ? "Votre motif" : "Motif de la famille"}\u00a0: ${reason}`}
      </p>
      {group.state === "pending" ? <p>{stakes(group, reader)}</p> : null}
    </Callout>
  );
}

/** What the answer costs, to whom reads it. */
function stakes(group: LineGroupFacts, reader: "family" | "agent"): string {
  const { change } = group;
  const amount = announced(group);
  if (reader === "family") {
    return lateQuoteInWords(change, { amount, usual: amount, fees: NOTHING });
  }
  return agentStakes(change, amount);
}

function agentStakes(change: LineChange, amount: Cents | null): string {
  if (change === "remove") return `Si le motif n’est pas justifié, ${staysDue(amount)}.`;
  return amount === null
    ? "Le tarif de cette date n’est pas publié."
    : `Prix annoncé à la famille\u00a0: ${formatCents(amount)}.`;
}

function announced({ cost }: LineGroupFacts): Cents | null {
  return cost.unpriced > 0 ? null : cents(Math.abs(cost.amount));
}

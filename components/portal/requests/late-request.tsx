import { Callout } from "@/components/ui/callout";
import { lateQuoteInWords, staysDue, type LateQuote } from "@/lib/domain/booking/late-quote";
import { cents, formatCents, NOTHING } from "@/lib/domain/money";
import type { LineChange } from "@/lib/domain/service-request";
import type { LineGroupFacts } from "./request-lines";

/** What was asked past its cut-off, with the family's reason and the price that it read. */
export function LateRequest({
  reason,
  groups,
  reader,
}: {
  reason: string;
  /** The dates that were asked: all to come, or none to come. */
  groups: readonly LineGroupFacts[];
  reader: "family" | "agent";
}) {
  const [first] = groups;
  if (!first) return null;
  const dates = groups
    .map(({ unitLabel, sentence }) => `${unitLabel}, ${sentence}`)
    .join("\u00a0; ");
  const waiting = groups.filter(({ state }) => state === "pending");
  const asked = first.change === "add" ? "Ajout" : "Annulation";
  return (
    <Callout tone="neutral" icon="clock" title={`${asked} hors délai\u00a0: ${dates}`}>
      <p className="break-words whitespace-pre-line">
        {`${reader === "family" ? "Votre motif" : "Motif de la famille"}\u00a0: ${reason}`}
      </p>
      {waiting.length > 0 ? <p>{stakes(first.change, waiting, reader)}</p> : null}
    </Callout>
  );
}

/** What the answer costs, to whom reads it. */
function stakes(
  change: LineChange,
  groups: readonly LineGroupFacts[],
  reader: "family" | "agent",
): string {
  const quote = announced(groups);
  if (reader === "family") return lateQuoteInWords(change, quote);
  const { amount, count } = quote;
  if (change === "remove") return `Si le motif n’est pas justifié, ${staysDue(amount, count)}.`;
  return amount === null
    ? "Le tarif de cette date n’est pas publié."
    : `Prix annoncé à la famille\u00a0: ${formatCents(amount)}.`;
}

/** What was announced for them in all; their fees are lines of their own. */
function announced(groups: readonly LineGroupFacts[]): LateQuote {
  const count = groups.reduce((sum, { days }) => sum + days.length, 0);
  const unpriced = groups.reduce((sum, { cost }) => sum + cost.unpriced, 0);
  const total = cents(Math.abs(groups.reduce((sum, { cost }) => sum + cost.amount, 0)));
  const amount = unpriced === count ? null : total;
  return { amount, usual: amount, fees: NOTHING, count, unpriced };
}

import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Filing, type Tx } from "@/lib/commit";
import type { LateRefusal } from "@/lib/domain/booking/late";
import { announcedAmount } from "@/lib/domain/booking/late-quote";
import type { Change } from "@/lib/domain/booking/rules";
import type { Cents } from "@/lib/domain/money";
import { done, refused, type Result } from "@/lib/domain/result";
import { hasPrices } from "@/lib/domain/tariff/price-table";
import { lateChangeRequested } from "@/lib/emails/late-change-requested";
import { submissionBy } from "@/lib/commit/filing";
import { requestsUrl, requestUrl } from "@/lib/urls";
import { town } from "@/town/town";
import { placesOf, toFile } from "./prepared-request";
import { prepareLateChange, type PreparedLateChange } from "./prepare-late-change";
import { writeChanges } from "./write-changes";

export interface LateChangeInput {
  readonly schoolYearId: number;
  /** `inscription|unit|day`, one or several of them. */
  readonly cells: readonly string[];
  readonly change: Change;
  /** 3 to 500 characters: the service reads it. */
  readonly reason: string;
  /** What the dialog announced, in cents; null where there was no price. */
  readonly announced: number | null;
  readonly idempotencyKey: string;
}

type LateChangeRefusal =
  "not-found" | "late-not-offered" | "late-in-time" | "late-overlap" | "late-full" | "cell-changed";

/** The requests that were filed, one per inscription. */
interface LateNumbers {
  readonly numbers: readonly number[];
}

/** `value`: the price as it is now, where it has changed. */
type LateChangeOutcome =
  | { ok: true; value: LateNumbers }
  | { ok: false; refusal: LateChangeRefusal | "key-reused" }
  | { ok: false; refusal: "price-changed"; value: { announced: Cents | null } };

const refusalFor: Readonly<Record<LateRefusal | "unknownYear", LateChangeRefusal>> = {
  unknownInscription: "not-found",
  unknownUnit: "not-found",
  unknownYear: "not-found",
  outsideInscription: "late-not-offered",
  notOpened: "late-not-offered",
  closed: "late-not-offered",
  past: "late-not-offered",
  readOnly: "late-not-offered",
  notOffered: "late-not-offered",
  heldElsewhere: "cell-changed",
  waiting: "cell-changed",
  unchanged: "cell-changed",
  overlap: "late-overlap",
  full: "late-full",
  inTime: "late-in-time",
};

/**
 * Asks the service for changes past their cut-off, alike in kind: always examined, filed at once in one
 * sending with one request per inscription and one e-mail, whatever the draft holds. The right to ask and
 * the price are worked out again under the lock of the family's inscriptions, as a sending does, all or
 * none. Eight statements between BEGIN and COMMIT, whatever their number.
 */
export async function requestLateChange(
  ctx: ActionContext<AuthorizedFamily>,
  input: LateChangeInput,
): Promise<LateChangeOutcome> {
  const { accountId } = ctx.proof;
  const { idempotencyKey: key, ...payload } = input;
  const price: { now: Cents | null } = { now: null };
  const outcome = await commit<LateNumbers, LateChangeRefusal | "price-changed">(
    { accountId, now: ctx.now, idempotency: { key, payload } },
    async (tx) => {
      const prepared = await prepareLateChange(tx, ctx, input);
      if (!prepared.ok) return refused(refusalFor[prepared.refusal]);
      price.now = announcedAmount(prepared.value.quote);
      return price.now === input.announced
        ? file(tx, ctx, input, prepared.value)
        : refused("price-changed");
    },
  );
  if (outcome.ok) return outcome;
  const { refusal } = outcome;
  return refusal === "price-changed"
    ? { ok: false, refusal, value: { announced: price.now } }
    : { ok: false, refusal };
}

async function file(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  { cells, change, reason, announced }: LateChangeInput,
  { requests, pricing, quote }: PreparedLateChange,
): Promise<Result<Filing<LateNumbers>, never>> {
  const { familyId } = ctx.proof;
  await writeChanges(tx, ctx, requests, pricing);
  const submission = submissionBy(ctx, { kind: "reservations", requests: requests.map(toFile) });
  return done({
    submissions: [submission],
    leaves: (numbers) => ({
      value: { numbers },
      events: [
        {
          kind: "late-change-requested",
          familyId,
          subject: submission.id,
          data: { numbers, cells, change, cents: announced },
        },
      ],
      emails: [
        lateChangeRequested({
          to: ctx.actor.email,
          firstName: ctx.actor.firstName,
          change,
          reason,
          requests: requests.map((request, at) => ({
            ...request.inscription,
            ...request,
            number: numbers[at] ?? 0,
            places: placesOf(request),
          })),
          quote: hasPrices(pricing.prices) ? quote : null,
          url: numbers.length === 1 ? requestUrl(numbers[0]) : requestsUrl(),
          town: town.mail.senderName,
        }),
      ],
    }),
  });
}

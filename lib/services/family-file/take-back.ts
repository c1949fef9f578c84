import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { EmailMessage, Tx } from "@/lib/commit";
import { listInWords } from "@/lib/domain/day-words";
import type { Instant } from "@/lib/domain/day";
import { familyFields, type FamilyField } from "@/lib/domain/family-file";
import { decisionEvent, type ServiceRequestState } from "@/lib/domain/service-request";
import { familyFileTakenBack, type FamilyFileTakenBack } from "@/lib/emails/family-file-taken-back";
import { Prisma } from "@/lib/generated/prisma/client";
import { filingMessage } from "@/lib/services/service-requests/filing";
import type { FileField } from "./file-field";
import { settledFile, type LockedFile } from "./settle";

const labels = (fields: readonly FamilyField[]) => fields.map((field) => familyFields[field].label);

/** What the timeline says of lines that the family takes back. */
export function takenBackInWords(fields: readonly FamilyField[]): string {
  return `Retiré par la famille\u00a0: ${listInWords(labels(fields))}.`;
}

/** What the e-mail about it says, besides whom it goes to. */
export function takenBackMessage(
  filing: LockedFile,
  fields: readonly FamilyField[],
  { state, by, replacedBy }: Pick<FamilyFileTakenBack, "state" | "by" | "replacedBy">,
): FamilyFileTakenBack {
  return { ...filingMessage(filing, state), by, replacedBy, lines: labels(fields) };
}

/** What older requests still asked about these fields, by request. */
export interface OlderRequest {
  readonly id: string;
  readonly number: number;
  readonly fields: readonly FamilyField[];
}

export function olderRequests(
  states: readonly FileField[],
  superseded: readonly FamilyField[],
): OlderRequest[] {
  const found = new Map<string, { id: string; number: number; fields: FamilyField[] }>();
  for (const { field, pending } of states) {
    if (!pending || !superseded.includes(field)) continue;
    const { requestId: id, requestNumber: number } = pending;
    const one = found.get(id) ?? { id, number, fields: [] };
    one.fields.push(field);
    found.set(id, one);
  }
  return [...found.values()];
}

/** What was taken back: told once the request that asks anew has its number. */
export interface Superseded {
  /** The timelines of the replaced ones, told with `counter.last` (`fileSubmissions`). */
  readonly besides: Prisma.Sql;
  /** To those who had sent them, where they are somebody else; null where nothing is asked anew. */
  readonly emails: (number: number | null) => EmailMessage[];
}

interface Replaced {
  readonly filing: LockedFile;
  readonly state: ServiceRequestState;
  readonly fields: readonly FamilyField[];
}

/**
 * Takes back what older requests asked about fields that are being asked anew (`asked`), or that nobody
 * wants changed any longer. Before the new request has its number: what names it comes with the filing.
 */
export async function supersede(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  older: readonly OlderRequest[],
  asked: readonly FamilyField[],
): Promise<Superseded> {
  const replaced: Replaced[] = [];
  const dropped: Replaced[] = [];
  for (const { id, fields } of older) {
    const anew = fields.filter((field) => asked.includes(field));
    const gone = fields.filter((field) => !asked.includes(field));
    for (const [part, parts] of [
      [anew, replaced],
      [gone, dropped],
    ] as const) {
      const filing =
        part.length > 0 && (await settledFile.lock(tx, Prisma.sql`q.id = ${id}::uuid`));
      if (!filing) continue;
      const lines = filing.lines.filter(
        ({ field, state }) => state === "pending" && part.includes(field),
      );
      const state = await settledFile.settle(tx, filing, lines, {
        decision: "withdraw",
        actorName: nameOf(ctx),
        accountId: ctx.proof.accountId,
        message: parts === dropped ? takenBackInWords(part) : null,
        now: ctx.now,
      });
      parts.push({ filing, state, fields: part });
    }
  }
  const toOthers = (parts: readonly Replaced[], replacedBy: number | null) =>
    parts
      .filter(({ filing }) => filing.senderId !== ctx.proof.accountId)
      .map(({ filing, fields, state }) =>
        familyFileTakenBack(
          takenBackMessage(filing, fields, { state, by: nameOf(ctx), replacedBy }),
        ),
      );
  return {
    besides: replacedInWords(replaced, ctx.now),
    emails: (number) => [...toOthers(replaced, number), ...toOthers(dropped, null)],
  };
}

const nameOf = ({ actor }: ActionContext<AuthorizedFamily>) =>
  `${actor.firstName} ${actor.lastName}`;

/** The events that this write has just made, without words yet, say which request replaces theirs. */
function replacedInWords(replaced: readonly Replaced[], now: Instant): Prisma.Sql {
  const kinds = replaced.map(({ state }) => decisionEvent(state, "withdraw"));
  return Prisma.sql`
    UPDATE "RequestEvent" e SET message =
      ${"Remplacé par la demande n°\u00a0"} || counter.last || ${"\u00a0: "} || r.what || '.'
    FROM counter, unnest(${replaced.map(({ filing }) => filing.id)}::uuid[], ${kinds}::text[],
      ${replaced.map(({ fields }) => listInWords(labels(fields)))}::text[]) AS r(id, kind, what)
    WHERE e."requestId" = r.id AND e.kind = r.kind::"RequestEventKind"
      AND e.at = ${now}::timestamptz AND e.message IS NULL`;
}

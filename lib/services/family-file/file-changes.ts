import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Committed, type EmailMessage, type Tx } from "@/lib/commit";
import { dayOf } from "@/lib/domain/day";
import { familyFields, planFileChanges, type FieldChange } from "@/lib/domain/family-file";
import {
  readControls,
  type ControlProblem,
  type TypedControls,
} from "@/lib/domain/family-file-form";
import { fileChangeInWords } from "@/lib/domain/family-file-words";
import { done, refused, type Result } from "@/lib/domain/result";
import { requestSubject } from "@/lib/domain/request-kind";
import { stateOfLines } from "@/lib/domain/service-request";
import { familyFileChanged } from "@/lib/emails/family-file-changed";
import { submissionBy, type SubmissionToFile } from "@/lib/commit/filing";
import { readPhone } from "@/lib/phone";
import { town } from "@/town/town";
import { applyFileChanges } from "./apply";
import { stampOf } from "./read-file";
import { isHealthField, sealLine } from "./sealed-health";
import {
  lockFileSubject,
  requestColumns,
  type FileSubject,
} from "@/lib/services/service-requests/subject";
import { requestUrl } from "@/lib/urls";
import { olderRequests, supersede } from "./take-back";
import { readFileTarget, type FileTarget } from "./target";

export interface FileChangesInput {
  readonly subject: FileSubject;
  readonly controls: TypedControls;
  /** The fields' stamp, as the form showed them. */
  readonly shown: string;
  readonly idempotencyKey: string;
}

export interface FiledFileChanges {
  /** Null where nothing is asked anew: what waited was taken back. */
  readonly submissionId: string | null;
  /** Older requests whose lines were replaced or taken back. */
  readonly takenBack: readonly number[];
}

type FileRefusal = "not-found" | "file-changed" | "file-invalid" | "nothing-changed" | "key-reused";

/** With "file-invalid": what is wrong, and what was typed, for a page without JavaScript. */
export interface InvalidFile {
  readonly problems: readonly ControlProblem[];
  readonly typed: TypedControls;
}

type Answer = Result<FiledFileChanges, FileRefusal> & {
  readonly value?: FiledFileChanges | InvalidFile;
};

/**
 * Changes fields of a guardian or a child. One numbered request: what the town processes automatically
 * takes effect at once, the rest waits for the service. What had been asked before about the same fields
 * is taken back. Worked out under the lock of whom it is about, from what the form had shown: if the
 * other parent, or the service, changed it meanwhile, it is said and nothing is written.
 */
export async function fileFileChanges(
  ctx: ActionContext<AuthorizedFamily>,
  { idempotencyKey: key, ...input }: FileChangesInput,
): Promise<Answer> {
  const { accountId } = ctx.proof;
  let problems: readonly ControlProblem[] = [];
  const idempotency = { key, payload: input };
  const result = await commit<FiledFileChanges, FileRefusal>(
    { accountId, now: ctx.now, idempotency },
    async (tx) => {
      await lockFileSubject(tx, input.subject);
      const target = await readFileTarget(ctx.proof, input.subject, ctx.now, tx);
      if (!target) return refused("not-found");
      if (stampOf(target.fields) !== input.shown) return refused("file-changed");
      const { rules, diets, fields: states } = target;
      const asked = { rules, diets, states, today: dayOf(ctx.moment), readPhone };
      const { typed, problems: found } = readControls(asked, input.controls);
      problems = found;
      if (found.length > 0) return refused("file-invalid");
      const { changes, superseded } = planFileChanges(rules, states, typed);
      if (changes.length === 0 && superseded.length === 0) return refused("nothing-changed");
      const filed = changes.length > 0 ? await write(tx, ctx, input.subject, changes) : null;
      const older = olderRequests(states, superseded);
      const fields = filed ? changes.map(({ field }) => field) : [];
      const { besides, emails } = await supersede(tx, ctx, older, fields);
      const takenBack = older.map(({ number }) => number);
      const leaves = (number: number | null) => ({
        ...leftBy(ctx.proof.familyId, {
          submissionId: filed?.id ?? null,
          number,
          changes,
          takenBack,
        }),
        emails: [
          ...(number === null ? [] : [emailOf(ctx, target, changes, number)]),
          ...emails(number),
        ],
      });
      return done(
        filed
          ? { submissions: [filed], besides, leaves: ([number]) => leaves(number) }
          : leaves(null),
      );
    },
  );
  if (result.ok || result.refusal !== "file-invalid") return result;
  return { ...result, value: { problems, typed: input.controls } };
}

/** The lines and what of them takes effect; gives the submission to file. */
async function write(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  subject: FileSubject,
  changes: readonly FieldChange[],
): Promise<SubmissionToFile> {
  const id = randomUUID();
  const lines = changes.map((change) => lineOf(id, change));
  await tx.familyFileChange.createMany({
    data: lines.map((line) => ({ ...line, requestId: id })),
  });
  const columns = requestColumns(subject);
  const applied = lines.filter(({ state }) => state === "accepted");
  await applyFileChanges(tx, { id, guardianId: null, ...columns }, applied, ctx.now);
  const state = stateOfLines(lines.map((line) => line.state));
  const requests = [{ id, ...columns, state, booking: null }];
  return submissionBy(ctx, { kind: "familyFile", requests });
}

/** Health is sealed, and nothing else is. */
function lineOf(requestId: string, { field, was, now, state }: FieldChange) {
  if (!isHealthField(field)) return { field, was, now, sealed: null, state };
  const sealed = sealLine(requestId, field, { was, now });
  return { field, was: null, now: null, sealed, state };
}

/** The answer and the event; `number` is null where nothing is asked anew. */
function leftBy(
  familyId: number,
  {
    submissionId,
    number,
    changes,
    takenBack,
  }: {
    submissionId: string | null;
    number: number | null;
    changes: readonly FieldChange[];
    takenBack: readonly number[];
  },
): Committed<FiledFileChanges> {
  const named = (state: FieldChange["state"]) =>
    changes.filter((change) => change.state === state).map(({ field }) => field);
  return {
    value: { submissionId, takenBack },
    events: [
      {
        kind: "family-file-changed",
        familyId,
        subject: `request ${number ?? takenBack.join(", ")}`,
        data: { applied: named("accepted"), waiting: named("pending"), takenBack },
      },
    ],
  };
}

function emailOf(
  { actor }: ActionContext<AuthorizedFamily>,
  { name }: FileTarget,
  changes: readonly FieldChange[],
  number: number,
): EmailMessage {
  const lines = (state: FieldChange["state"]) =>
    changes
      .filter((change) => change.state === state)
      .map(({ field, was, now }) =>
        fileChangeInWords(field, familyFields[field].isHealth ? null : { was, now }),
      );
  const waiting = lines("pending");
  return familyFileChanged({
    to: actor.email,
    firstName: actor.firstName,
    number,
    title: `${name} – ${requestSubject("familyFile", null)}`,
    state: waiting.length > 0 ? "pending" : "accepted",
    departmentName: town.department.name,
    departmentEmail: town.department.email,
    url: requestUrl(number),
    town: town.mail.senderName,
    applied: lines("accepted"),
    waiting,
  });
}

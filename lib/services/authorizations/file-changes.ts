import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import type { EmailMessage, Tx } from "@/lib/commit";
import type { AuthorizationChange } from "@/lib/domain/authorization";
import type { ChildPlan } from "@/lib/domain/authorization-plan";
import type { Instant } from "@/lib/domain/day";
import { authorizationsUpdated } from "@/lib/emails/authorizations-updated";
import { submissionBy, type SubmissionToFile } from "@/lib/commit/filing";
import { authorizationsConfirmationUrl } from "@/lib/urls";
import { town } from "@/town/town";

export interface ChangesToFile {
  readonly submission: SubmissionToFile;
  readonly email: (numbers: readonly number[]) => EmailMessage;
}

/**
 * Writes changes of authorizations, of children that the caller has locked: what stands and its history.
 * Gives the submission to file, one request a child, processed at once, and its e-mail. Each plan has a
 * change at least. One statement.
 */
export async function writeChangesToFile(
  tx: Tx,
  ctx: ActionContext<AuthorizedFamily>,
  plans: readonly ChildPlan[],
): Promise<ChangesToFile> {
  const requests = plans.map((plan) => ({ ...plan, id: randomUUID() }));
  await writeAuthorizationChanges(
    tx,
    ctx.now,
    requests.flatMap(({ id, child: { childId }, changes }) =>
      changes.map((change) => ({ ...change, requestId: id, childId })),
    ),
  );
  const submission = submissionBy(ctx, {
    kind: "authorizations",
    requests: requests.map(({ id, child: { childId } }) => ({
      id,
      childId,
      state: "accepted",
      booking: null,
    })),
  });
  return { submission, email: (numbers) => emailOf(ctx, submission.id, plans, numbers) };
}

/** What stands and its history, in one statement. */
async function writeAuthorizationChanges(
  tx: Tx,
  now: Instant,
  rows: readonly (AuthorizationChange & {
    readonly requestId: string;
    readonly childId: number;
  })[],
): Promise<void> {
  await tx.$executeRaw`
    WITH change AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS c("requestId" uuid,
        "childId" int, "typeId" int, "contactId" int, was bool, now bool)
    ), turned AS (
      UPDATE "Authorization" a SET allowed = c.now, since = ${now}::timestamptz FROM change c
      WHERE c.was IS NOT NULL AND a."childId" = c."childId" AND a."typeId" = c."typeId"
        AND a."contactId" IS NOT DISTINCT FROM c."contactId"
    ), given AS (
      INSERT INTO "Authorization" ("childId", "typeId", "contactId", allowed, since)
      SELECT "childId", "typeId", "contactId", now, ${now}::timestamptz FROM change WHERE was IS NULL
    )
    INSERT INTO "AuthorizationChange" ("requestId", "childId", "typeId", "contactId", was, now)
    SELECT "requestId", "childId", "typeId", "contactId", was, now FROM change`;
}

function emailOf(
  ctx: ActionContext<AuthorizedFamily>,
  submissionId: string,
  plans: readonly ChildPlan[],
  numbers: readonly number[],
): EmailMessage {
  return authorizationsUpdated({
    to: ctx.actor.email,
    replyTo: town.department.email,
    firstName: ctx.actor.firstName,
    at: ctx.moment,
    url: authorizationsConfirmationUrl(submissionId),
    town: town.mail.senderName,
    requests: plans.map(({ child, lines }, i) => ({
      number: numbers[i] ?? 0,
      childName: child.firstName,
      lines,
    })),
  });
}

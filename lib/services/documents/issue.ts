import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedFamily } from "@/lib/auth";
import { commit, type Tx } from "@/lib/commit";
import { instantToDate } from "@/lib/db";
import { dayOf, type Period } from "@/lib/domain/day";
import {
  codeLength,
  codeLetters,
  documentCode,
  type DocumentCode,
} from "@/lib/domain/document-code";
import type { DocumentContent, DocumentKind } from "@/lib/domain/issued-document";
import { done, refused, type Result } from "@/lib/domain/result";
import { queryParams, type SimulationQuery } from "@/lib/domain/tariff/simulation-query";
import type { Prisma } from "@/lib/generated/prisma/client";
import { attestationContent } from "./attestation";
import { planningContent } from "./planning";
import { requestRecapContent } from "./request-recap";
import { tariffResultContent } from "./tariff-result";

type Ctx = ActionContext<AuthorizedFamily>;
type Keyed<Input> = Input & { readonly idempotencyKey: string };
type Issued<R extends string> = Promise<Result<{ code: DocumentCode }, R | "key-reused">>;

/** What is written, and how it is worked out within the transaction. */
interface Writing<R extends string> {
  readonly kind: DocumentKind;
  readonly childId: number | null;
  readonly idempotencyKey: string;
  /** What was asked for: the same key with anything else is refused. */
  readonly asked: Record<string, number | string>;
  readonly content: (tx: Tx) => Promise<Result<DocumentContent, R>>;
}

/** The attestation of what a child of the family is inscribed in. */
export async function issueAttestation(
  ctx: Ctx,
  { idempotencyKey, ...asked }: Keyed<{ childId: number; schoolYearId: number }>,
): Issued<"not-found" | "nothing-to-attest"> {
  const { childId } = asked;
  const content = (tx: Tx) => attestationContent(tx, ctx.proof, asked);
  return issue(ctx, { kind: "attestation", childId, idempotencyKey, asked, content });
}

/** The days that the family has reserved for a child of its own, both ends included. */
export async function issuePlanning(
  ctx: Ctx,
  { idempotencyKey, ...asked }: Keyed<Period & { childId: number }>,
): Issued<"not-found" | "nothing-reserved"> {
  const { childId } = asked;
  const content = (tx: Tx) => planningContent(tx, ctx.proof, asked);
  return issue(ctx, { kind: "planning", childId, idempotencyKey, asked, content });
}

/** A request of the family as it stands. */
export async function issueRequestRecap(
  ctx: Ctx,
  { idempotencyKey, ...asked }: Keyed<{ number: number }>,
): Issued<"not-found"> {
  // Read before: it is made of several statements of its own, and a request never goes away.
  const recap = await requestRecapContent(ctx.proof, asked.number);
  const content = () => Promise.resolve(recap ? done(recap) : refused("not-found"));
  return issue(ctx, { kind: "requestRecap", childId: null, idempotencyKey, asked, content });
}

/** The prices of the town for the family: its file's, or those of values that it tried. */
export async function issueTariffResult(
  ctx: Ctx,
  { idempotencyKey, query }: Keyed<{ query: SimulationQuery }>,
): Issued<"not-found"> {
  // Read before, like the page that shows it.
  const result = await tariffResultContent(ctx.proof, query, dayOf(ctx.moment));
  const childId = result?.childId ?? null;
  const content = () => Promise.resolve(result ? done(result.content) : refused("not-found"));
  const asked = queryParams(query, ["calcul", "avec-version", "avec-quotient"]);
  return issue(ctx, { kind: "tariffResult", childId, idempotencyKey, asked, content });
}

async function issue<R extends string>(ctx: Ctx, writing: Writing<R>): Issued<R> {
  const { kind, childId, idempotencyKey: key, asked } = writing;
  const { familyId, accountId } = ctx.proof;
  const idempotency = { key, payload: { document: kind, ...asked } };
  return commit<{ code: DocumentCode }, R>({ accountId, now: ctx.now, idempotency }, async (tx) => {
    const found = await writing.content(tx);
    if (!found.ok) return found;
    const id = randomUUID();
    const code = drawCode();
    const content = found.value as unknown as Prisma.InputJsonObject;
    const issuedAt = instantToDate(ctx.now);
    await tx.issuedDocument.create({
      data: { id, code, kind, familyId, childId, accountId, issuedAt, content },
    });
    // The code is left out: with it anyone reads the document.
    const event = {
      kind: "document-issued",
      familyId,
      subject: `document ${id}`,
      data: { kind, ...asked },
    } as const;
    return done({ value: { code }, events: [event] });
  });
}

/** 30^12, about 5 × 10^17: too many to be guessed, and the page that verifies counts attempts. */
function drawCode(): DocumentCode {
  return documentCode(Array.from({ length: codeLength }, () => randomInt(codeLetters)));
}

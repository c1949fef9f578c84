import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/commit";
import type { FamilyField } from "@/lib/domain/family-file";
import type { RequestKind } from "@/lib/domain/request-kind";
import { stateOfLines, type LineState } from "@/lib/domain/service-request";
import type { ServiceRequest } from "@/lib/generated/prisma/client";
import { isHealthField, sealLine } from "@/lib/services/family-file/sealed-health";
import type { BuiltFamily } from "./family";

interface FilingSpec {
  readonly family: BuiltFamily;
  /** Neither: about the whole family. */
  readonly child?: { readonly id: number };
  readonly guardian?: { readonly id: number };
  readonly createdAt?: string;
}

export interface FileLineSpec {
  readonly field: FamilyField;
  readonly was: string | null;
  readonly now: string | null;
  readonly state?: LineState;
}

/** A request about the file, sent by the family's first guardian; its lines wait unless told. */
export async function aFileRequest(
  db: Tx,
  { lines, ...spec }: FilingSpec & { readonly lines: readonly FileLineSpec[] },
): Promise<ServiceRequest> {
  const states = lines.map(({ state = "pending" }) => state);
  const request = await aFiling(db, "familyFile", spec, states);
  await db.familyFileChange.createMany({
    data: lines.map(({ field, was, now, state = "pending" }) => ({
      requestId: request.id,
      field,
      state,
      ...(isHealthField(field)
        ? { sealed: sealLine(request.id, field, { was, now }) }
        : { was, now }),
    })),
  });
  return request;
}

/** A request about no inscription, without its lines. */
export async function aFiling(
  db: Tx,
  kind: RequestKind,
  { family, child, guardian, createdAt = "2026-11-20T08:00:00.000Z" }: FilingSpec,
  states: readonly LineState[],
): Promise<ServiceRequest> {
  const [sender] = family.guardians;
  if (!sender?.accountId) throw new Error("The first guardian has an account");
  const counter = await db.requestCounter.upsert({
    where: { id: 1 },
    create: { last: 1 },
    update: { last: { increment: 1 } },
  });
  const submission = await db.submission.create({
    data: {
      id: randomUUID(),
      accountId: sender.accountId,
      familyId: family.id,
      kind,
      createdAt,
    },
  });
  return db.serviceRequest.create({
    data: {
      id: randomUUID(),
      number: counter.last,
      submissionId: submission.id,
      familyId: family.id,
      childId: child?.id ?? null,
      guardianId: guardian?.id ?? null,
      kind,
      state: stateOfLines(states),
      additions: 0,
      removals: 0,
      createdAt,
      events: {
        create: {
          at: createdAt,
          kind: "submitted",
          actorName: `${sender.firstName} ${sender.lastName}`,
          accountId: sender.accountId,
        },
      },
    },
  });
}

/** A request about one document of a child, of this kind; it waits, and has one file. */
export async function aDocumentRequest(
  db: Tx,
  {
    typeId,
    validUntil = null,
    ...spec
  }: FilingSpec & { readonly typeId: number; readonly validUntil?: string | null },
): Promise<{ readonly request: ServiceRequest; readonly documentId: string }> {
  const request = await aFiling(db, "supportingDocuments", spec, ["pending"]);
  const { id: documentId } = await db.supportingDocument.create({
    data: {
      id: randomUUID(),
      typeId,
      familyId: spec.family.id,
      childId: spec.child?.id ?? null,
      guardianId: spec.guardian?.id ?? null,
      requestId: request.id,
      accountId: spec.family.guardians[0]?.accountId ?? "",
      state: "pending",
      validUntil: validUntil === null ? null : new Date(`${validUntil}T00:00:00Z`),
      filedAt: request.createdAt,
      files: {
        create: {
          id: randomUUID(),
          position: 0,
          name: "attestation.pdf",
          mediaType: "application/pdf",
          bytes: 1200,
          sha256: "0".repeat(64),
          storedAt: request.createdAt,
        },
      },
    },
    select: { id: true },
  });
  return { request, documentId };
}

import { prisma } from "@/lib/db";
import { fileDocument } from "@/lib/services/supporting-documents/file-document";
import { readJoinable } from "@/lib/services/supporting-documents/join-document";
import { readFamilyDocuments } from "@/lib/services/supporting-documents/list-documents";
import { readFileAsAgent } from "@/lib/services/supporting-documents/read-file";
import { day } from "@/lib/domain/day";
import { agentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { unitOf } from "@/tests/support/builders/activity";
import { aRequest } from "@/tests/support/builders/service-request";
import { emptyTables } from "@/tests/support/database";
import { emptyStorage, storedKeys } from "@/tests/support/storage/stored";
import {
  aSentDocument,
  childNamed,
  filedRows,
  theDocumentedDuponts,
} from "@/tests/support/supporting-documents";

beforeEach(async () => {
  await emptyTables();
  await emptyStorage();
});
afterAll(emptyStorage);

/** Lucas's Wednesday, asked for past its cut-off, waits. */
async function aLateRequest() {
  const world = await theDocumentedDuponts();
  const { duponts, typeId, childId } = world;
  const wednesdays = duponts.town.activities.get("CL_MERCREDIS");
  if (!wednesdays) throw new Error("The demo town has Wednesdays");
  const { id, number } = await aRequest(prisma, {
    family: duponts.family,
    inscription: await prisma.inscription.findUniqueOrThrow({
      where: { id: duponts.inscription("CLM_PETITS_PREVERT", "Lucas", "2026-2027") },
    }),
    lines: [{ unit: unitOf(wednesdays, "JOURNEE"), day: "2026-12-16" }],
  });
  await prisma.serviceRequest.update({
    where: { id },
    data: { late: true, reason: "Malade" },
    select: { id: true },
  });
  const sent = (its: object = {}) =>
    aSentDocument({ typeId: typeId("ABSENCE"), childId, requestNumber: number, ...its });
  return { ...world, requestId: id, number, sent };
}

test("a document is joined to a request past its cut-off: no number of its own, no list", async () => {
  const { ctx, requestId, number, childId, sent } = await aLateRequest();
  expect(await readJoinable(ctx.proof, number)).toEqual({ childId });
  expect(await fileDocument(ctx, await sent())).toMatchObject({ ok: true, value: { number } });
  const { documents, requests } = await filedRows();
  expect(requests).toHaveLength(1);
  expect(documents).toMatchObject([{ requestId, childId, state: "accepted", validUntil: null }]);
  const list = await readFamilyDocuments(ctx.proof, day("2026-11-22"));
  expect(list.documents).toEqual([]);
  expect(list.lateTypes).toHaveLength(1);
});

test("a limited agent reads what is joined to a request that it may answer, and nothing else", async () => {
  const { ctx, sent, typeId, childId, duponts } = await aLateRequest();
  await fileDocument(ctx, await sent());
  const joined = (await filedRows()).files[0]?.id ?? "";
  await fileDocument(ctx, await aSentDocument({ typeId: typeId("ASSURANCE"), childId }));
  const insurance = (await filedRows()).files.find(({ id }) => id !== joined)?.id ?? "";
  const wednesdays = duponts.town.activities.get("CL_MERCREDIS");
  const canteen = duponts.town.activities.get("RESTO");
  const reads = async (activityId: number | undefined, file: string) => {
    const scopes =
      activityId === undefined ? [] : [{ activityId, establishmentId: "every" as const }];
    const account = await anAccount(prisma, { role: "activityAgent" });
    return (await readFileAsAgent(agentProof(account, scopes), file, ctx.now)) !== null;
  };
  expect(await reads(wednesdays?.id, joined)).toBe(true);
  expect(await reads(wednesdays?.id, insurance)).toBe(false);
  expect(await reads(canteen?.id, joined)).toBe(false);
  expect(await reads(undefined, joined)).toBe(false);
});

test("not to a request in time, decided, of another child or family, nor of another kind", async () => {
  const { ctx, requestId, number, duponts, typeId, sent } = await aLateRequest();
  const refusals = [
    [await sent({ childId: childNamed(duponts, "Léo") }), "not-found"],
    [await sent({ requestNumber: number + 1 }), "not-found"],
    [await sent({ typeId: typeId("ASSURANCE") }), "document-type-gone"],
    [await sent({ requestNumber: null }), "document-type-gone"],
  ] as const;
  for (const [input, refusal] of refusals)
    expect(await fileDocument(ctx, input)).toMatchObject({ refusal });
  const change = (data: object) =>
    prisma.serviceRequest.update({ where: { id: requestId }, data, select: { id: true } });
  await change({ state: "accepted" });
  expect(await fileDocument(ctx, await sent())).toMatchObject({ refusal: "already-decided" });
  expect(await readJoinable(ctx.proof, number)).toBeNull();
  await change({ state: "pending", late: false, reason: null });
  expect(await fileDocument(ctx, await sent())).toMatchObject({ refusal: "not-found" });
  expect(await readJoinable(ctx.proof, number)).toBeNull();
  expect((await filedRows()).documents).toEqual([]);
  expect(await storedKeys()).toEqual([]);
});

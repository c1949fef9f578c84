import { utimes } from "node:fs/promises";
import path from "node:path";
import { prisma } from "@/lib/db";
import { instant, instantOfMoment, moment } from "@/lib/domain/day";
import { env } from "@/lib/env";
import { deleteOrphans } from "@/lib/services/supporting-documents/delete-orphans";
import { fileDocument } from "@/lib/services/supporting-documents/file-document";
import { remindExpiring } from "@/lib/services/supporting-documents/remind-expiring";
import { openStorage } from "@/lib/storage/open-storage";
import { emptyTables } from "@/tests/support/database";
import { emptyStorage, storedKeys } from "@/tests/support/storage/stored";
import {
  aSentDocument,
  dateOf,
  filedRows,
  midYearMoment,
  theDocumentedDuponts,
} from "@/tests/support/supporting-documents";

beforeEach(async () => {
  await emptyTables();
  await emptyStorage();
});
afterAll(emptyStorage);

const now = instantOfMoment(moment(midYearMoment));
const realNow = () => instant(new Date().toISOString());
const later = (minutes: number) => instant(new Date(Date.now() + minutes * 60_000).toISOString());

test("the clean-up deletes what no row knows and is older than an hour, and nothing else", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  await fileDocument(ctx, await aSentDocument({ typeId: typeId("ASSURANCE"), childId }));
  const [kept = ""] = await storedKeys();
  const [left, fresh] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const key of [left, fresh]) await openStorage().put(key, Buffer.from("half a sending"));
  const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
  for (const key of [left, kept])
    await utimes(path.join(env.STORAGE_FOLDER ?? "", key), longAgo, longAgo);
  expect(await deleteOrphans(realNow())).toEqual({ kept: 2, deleted: 1 });
  expect(await storedKeys()).toEqual([kept, fresh].sort());
  // A withdrawn document has lost its rows.
  await prisma.storedFile.deleteMany();
  expect(await deleteOrphans(later(61))).toEqual({ kept: 0, deleted: 2 });
  expect(await deleteOrphans(later(61))).toEqual({ kept: 0, deleted: 0 });
});

test("each guardian is told once of what expires within thirty days", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  await fileDocument(ctx, await aSentDocument({ typeId: typeId("ASSURANCE"), childId }));
  await fileDocument(ctx, await aSentDocument({ typeId: typeId("AVIS_IMPOSITION") }));
  await prisma.outboxEmail.deleteMany();
  expect(await remindExpiring(now)).toEqual({ families: 0 });
  await prisma.supportingDocument.updateMany({
    data: { state: "accepted", validUntil: dateOf("2026-12-22") },
  });
  expect(await remindExpiring(now)).toEqual({ families: 1 });
  expect(await remindExpiring(now)).toEqual({ families: 0 });
  const { emails } = await filedRows();
  expect(emails.map(({ to }) => to)).toEqual([
    "madelainedupont@exemple.fr",
    "thomas.dupont@exemple.fr",
  ]);
  expect(emails[0]?.subject).toBe("Des justificatifs à renouveler");
  expect(emails[0]?.text).toContain(
    "- Attestation d’assurance – Lucas Dupont, jusqu’au 22 déc. 2026",
  );
  expect(emails[0]?.text).toContain("/famille/justificatifs");
  expect(await prisma.auditEvent.count({ where: { kind: "supporting-document-reminded" } })).toBe(
    1,
  );
});

test("nobody is told of a child whose file the family may not see, nor of what was filed again", async () => {
  const { ctx, typeId, childId } = await theDocumentedDuponts();
  await fileDocument(ctx, await aSentDocument({ typeId: typeId("ASSURANCE"), childId }));
  await prisma.supportingDocument.updateMany({
    data: { state: "accepted", validUntil: dateOf("2026-12-22") },
  });
  await prisma.familyChild.updateMany({ data: { maySeeFile: false } });
  expect(await remindExpiring(now)).toEqual({ families: 0 });
  await prisma.familyChild.updateMany({ data: { maySeeFile: true } });
  const next = { ...ctx, now: instantOfMoment(moment("2026-11-22T11:00")) };
  await fileDocument(next, await aSentDocument({ typeId: typeId("ASSURANCE"), childId }));
  expect(await remindExpiring(now)).toEqual({ families: 0 });
});

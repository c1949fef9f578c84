import { at, theOffice, today } from "./scenario";
import { prisma } from "@/lib/db";
import type { ChildRights } from "@/lib/domain/child-rights";
import { readFamilyAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { readContactBook } from "@/lib/services/contacts/list";
import { readDocumentsPage } from "@/lib/services/documents/list";
import { readFamilyFile } from "@/lib/services/family-file/read-file";
import { readHousehold } from "@/lib/services/families";
import { healthOfOwn } from "@/lib/auth/health-proof";
import { readHealth } from "@/lib/services/family-file/health";
import {
  readRights,
  readRightsDocuments,
  rightsStamp,
  type StandingRights,
} from "@/lib/services/family-admin/rights";
import { saveRights, type RightsChange } from "@/lib/services/family-admin/save-rights";
import { readFamilyDocuments } from "@/lib/services/supporting-documents/list-documents";
import { theTests, type Manon } from "@/tests/support/authorizations";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { theOtherHome } from "@/tests/services/contacts/scenario";

let its: Manon;
let father: BuiltFamily;
let ctx: Awaited<ReturnType<typeof theOffice>>;

beforeEach(async () => {
  await emptyTables();
  its = await theTests();
  father = await theOtherHome(its);
  ctx = await theOffice();
});

const all: ChildRights = { mayBook: true, mayAuthorize: true, maySeeFile: true };
const reason = "Jugement du 3 novembre 2026, vu au guichet";
const target = () => ({ familyId: father.id, childId: its.manonId });

async function standing(): Promise<StandingRights> {
  const rights = await readRights(ctx.proof, target());
  if (!rights) throw new Error("The child is of that family");
  return rights;
}
async function save(
  rights: Partial<ChildRights>,
  more: Partial<Omit<RightsChange, "rights">> = {},
) {
  return saveRights(ctx, {
    ...target(),
    rights: { ...all, ...rights },
    reason,
    documentId: null,
    shown: rightsStamp(await standing()),
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });
}
const refusal = async (...its: Parameters<typeof save>) => {
  const outcome = await save(...its);
  return outcome.ok ? "saved" : outcome.refusal;
};

async function aCourtOrder(
  childId: number,
  state: "accepted" | "pending" = "accepted",
): Promise<string> {
  const type = await prisma.supportingDocumentType.create({
    data: {
      code: crypto.randomUUID(),
      label: "Décision de justice",
      subject: "child",
      validity: "forever",
      processing: "examined",
      position: 1,
    },
  });
  const { id } = await prisma.supportingDocument.create({
    data: {
      id: crypto.randomUUID(),
      typeId: type.id,
      familyId: its.family.id,
      childId,
      accountId: its.family.guardians[0]?.accountId ?? "",
      state,
      filedAt: new Date("2026-11-10T09:00:00Z"),
    },
  });
  return id;
}

/** Whether the father still sees the child, by page. */
async function fatherSees() {
  const { proof, moment } = guardianContext(father, at);
  const has = (ids: readonly number[]) => ids.includes(its.manonId);
  const file = await readFamilyFile(proof);
  const book = await readContactBook(proof, today);
  const documents = await readFamilyDocuments(proof, today);
  return {
    authorizations: has(
      (await readFamilyAuthorizations(proof, today)).map(({ childId }) => childId),
    ),
    contacts: has(book.children.map(({ childId }) => childId)),
    file: file.children.some(({ id, fields }) => id === its.manonId && fields !== null),
    health: (await readHealth(healthOfOwn(proof, [its.manonId]), ctx.now)).has(its.manonId),
    justificatifs: has(documents.children.map(({ id }) => id)),
    home: has((await readHousehold(proof, [today])).children.map(({ id }) => id)),
    editions: has((await readDocumentsPage(proof, 1, moment)).children.map(({ id }) => id)),
  };
}
const everything = {
  authorizations: true,
  contacts: true,
  file: true,
  health: true,
  justificatifs: true,
  home: true,
  editions: true,
};

test("a right that is taken closes its pages at once, and the other home keeps its own", async () => {
  expect(await fatherSees()).toEqual(everything);
  expect(await save({ mayAuthorize: false })).toEqual({ ok: true, value: { limited: true } });
  expect(await fatherSees()).toEqual({ ...everything, authorizations: false, contacts: false });
  expect(await save({ maySeeFile: false })).toMatchObject({ ok: true });
  expect(await fatherSees()).toEqual({
    ...everything,
    file: false,
    health: false,
    justificatifs: false,
  });
  const mother = await prisma.familyChild.findUniqueOrThrow({
    where: { familyId_childId: { familyId: its.family.id, childId: its.manonId } },
  });
  expect(mother).toMatchObject({ ...all, rightsReason: null });
});

test("without any right the child is not shown any longer; given back, it is", async () => {
  await save({ mayBook: false, mayAuthorize: false, maySeeFile: false });
  expect(Object.values(await fatherSees()).every((seen) => !seen)).toBe(true);
  expect(await save({}, { reason: "Jugement levé le 20 novembre 2026" })).toEqual({
    ok: true,
    value: { limited: false },
  });
  expect(await fatherSees()).toEqual(everything);
  expect(await standing()).toEqual({ ...all, reason: null, documentId: null });
});

test("the journal keeps was and now, and nobody is written to", async () => {
  const documentId = await aCourtOrder(its.manonId);
  await save({ mayBook: false }, { documentId });
  expect(await prisma.auditEvent.findMany()).toMatchObject([
    {
      kind: "rights-changed",
      familyId: father.id,
      accountId: ctx.proof.accountId,
      subject: `child ${its.manonId}`,
      data: {
        was: { ...all, reason: null, documentId: null },
        now: { ...all, mayBook: false, reason, documentId },
      },
    },
  ]);
  expect(await prisma.outboxEmail.count()).toBe(0);
  expect(await standing()).toEqual({ ...all, mayBook: false, reason, documentId });
});

test("it rests on an accepted document of that child, of whichever family", async () => {
  const documentId = await aCourtOrder(its.manonId);
  expect(await readRightsDocuments(ctx.proof, its.manonId)).toMatchObject([
    { id: documentId, label: "Décision de justice", familyName: "TEST", filedOn: "2026-11-10" },
  ]);
  const others = [
    await aCourtOrder(its.brotherId),
    await aCourtOrder(its.manonId, "pending"),
    crypto.randomUUID(),
  ];
  for (const other of others)
    expect(await refusal({ mayBook: false }, { documentId: other })).toBe("not-found");
  expect(await refusal({ mayBook: false }, { documentId })).toBe("saved");
});

test("no reason, nothing changed, a colleague's change, another's child: refused", async () => {
  expect(await refusal({ mayBook: false }, { reason: "jugement" })).toBe("rights-reason-missing");
  expect(await refusal({})).toBe("rights-unchanged");
  const stranger = await aFamily(prisma, { children: [{}] });
  expect(await refusal({ mayBook: false }, { familyId: stranger.id })).toBe("not-found");
  expect(await refusal({ mayBook: false }, { childId: its.brotherId })).toBe("not-found");
  const shown = rightsStamp(await standing());
  await save({ mayAuthorize: false });
  expect(await refusal({ mayBook: false }, { shown })).toBe("rights-changed");
  expect(await prisma.auditEvent.count()).toBe(1);
});

test("the same key gives the same answer, once", async () => {
  const idempotencyKey = crypto.randomUUID();
  const shown = rightsStamp(await standing());
  const first = await save({ mayBook: false }, { idempotencyKey, shown });
  expect(await save({ mayBook: false }, { idempotencyKey, shown })).toEqual(first);
  expect(await refusal({ maySeeFile: false }, { idempotencyKey, shown })).toBe("key-reused");
  expect(await prisma.auditEvent.count()).toBe(1);
});

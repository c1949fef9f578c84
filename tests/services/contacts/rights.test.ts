import { prisma } from "@/lib/db";
import { readContactBook } from "@/lib/services/contacts/list";
import { saveContact } from "@/lib/services/contacts/save";
import { theTests, type Manon } from "@/tests/support/authorizations";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { at, contactNamed, neighbour, parentOf, sending, theOtherHome, today } from "./scenario";

let its: Manon;

beforeEach(async () => {
  await emptyTables();
  its = await theTests();
});

const tryAs = async (family: Awaited<ReturnType<typeof aFamily>>) => {
  const ctx = guardianContext(family, at);
  const input = sending(
    its,
    neighbour,
    [[its.manonId, false]],
    await contactNamed(its.family, "Jeanne"),
  );
  return {
    seen: (await readContactBook(ctx.proof, today)).contacts,
    changed: await saveContact(ctx, input),
  };
};
const nothing = { seen: [], changed: { ok: false, refusal: "not-found" } };

test("a stranger sees and changes nothing, and adds nobody for another's child", async () => {
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  expect(await tryAs(stranger)).toEqual(nothing);
  const input = sending(its, neighbour, [
    [stranger.children[0]?.id ?? 0, true],
    [its.manonId, true],
  ]);
  const added = await saveContact(guardianContext(stranger, at), input);
  expect(added).toEqual({ ok: false, refusal: "not-found" });
  expect(await prisma.authorization.count({ where: { contactId: its.grandmotherId } })).toBe(2);
});

test("the child's other home has its own contacts, and neither sees the other's", async () => {
  const other = await theOtherHome(its);
  expect(await tryAs(other)).toEqual(nothing);
  const ctx = guardianContext(other, at);
  expect((await saveContact(ctx, sending(its, neighbour, [[its.manonId, true]]))).ok).toBe(true);
  expect((await readContactBook(ctx.proof, today)).contacts).toHaveLength(1);
  const { contacts } = await readContactBook(parentOf(its).proof, today);
  expect(contacts.map(({ firstName }) => firstName)).toEqual(["Jeanne"]);
});

test("a home whose right was taken away names nobody for that child", async () => {
  const other = await theOtherHome(its);
  await prisma.familyChild.updateMany({
    where: { familyId: other.id },
    data: { mayAuthorize: false },
  });
  const added = await saveContact(
    guardianContext(other, at),
    sending(its, neighbour, [[its.manonId, true]]),
  );
  expect(added).toEqual({ ok: false, refusal: "not-found" });
  expect(await prisma.contact.count()).toBe(1);
});

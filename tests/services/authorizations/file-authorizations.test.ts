import { prisma } from "@/lib/db";
import { planFor } from "@/lib/domain/authorization-plan";
import { day } from "@/lib/domain/day";
import {
  fileAuthorizations,
  type Answer,
  type AuthorizationsInput,
} from "@/lib/services/authorizations/file-authorizations";
import { readAuthorizationHistory } from "@/lib/services/authorizations/history";
import {
  readChildAuthorizations,
  readFamilyAuthorizations,
} from "@/lib/services/authorizations/read-authorizations";
import { readFiledAuthorizations } from "@/lib/services/authorizations/read-filed";
import { theTests, type Manon } from "@/tests/support/authorizations";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { withStatements } from "@/tests/support/statements";

const at = "2026-11-22T10:00";
const today = day("2026-11-22");
let its: Manon;

beforeEach(async () => {
  await emptyTables();
  its = await theTests();
});

const parent = (guardian = 0) => guardianContext(its.family, at, guardian);
const leavingAlone = (allowed: boolean): Answer => ({
  typeId: its.typeId("SORTIR_SEUL"),
  contactId: null,
  allowed,
});

/** What the recap's button sends. */
async function input(
  answers: readonly Answer[],
  siblingIds: readonly number[] = [],
): Promise<AuthorizationsInput> {
  const children = await readFamilyAuthorizations(parent().proof, today);
  const asked = { childId: its.manonId, siblingIds, answers };
  const shown = planFor(children, asked, today)?.name ?? "";
  return { ...asked, shown, idempotencyKey: crypto.randomUUID() };
}

const allowedAlone = async (childId: number) =>
  (
    await prisma.authorization.findFirstOrThrow({
      where: { childId, typeId: its.typeId("SORTIR_SEUL") },
    })
  ).allowed;

test("the manual's change: leaving alone goes from allowed to forbidden, and only that", async () => {
  const everything: Answer[] = (
    await readChildAuthorizations(parent().proof, its.manonId, today)
  )?.states.map(({ typeId, contactId, allowed }) => ({
    typeId,
    contactId,
    allowed: typeId === its.typeId("SORTIR_SEUL") ? false : allowed === true,
  })) as Answer[];
  const sent = await input(everything);
  const { sent: filed, statements } = await withStatements(() =>
    fileAuthorizations(parent(), sent),
  );
  if (!filed.ok) throw new Error(filed.refusal);
  const between = statements.filter((sql) => !/^(BEGIN|COMMIT)/.test(String(sql)));
  expect(between.length).toBeLessThanOrEqual(8);

  expect(await allowedAlone(its.manonId)).toBe(false);
  expect(await allowedAlone(its.brotherId)).toBe(true);
  const submission = await readFiledAuthorizations(parent().proof, filed.value.submissionId);
  expect(submission?.requests).toEqual([
    {
      number: 1,
      childName: "Manon",
      state: "accepted",
      lines: [{ label: "Sortir seul de l’activité", was: true, now: false }],
    },
  ]);
  const [event] = await readAuthorizationHistory(parent().proof, its.manonId);
  expect(event).toMatchObject({
    by: "Toto TEST",
    number: 1,
    label: "Sortir seul de l’activité",
    was: true,
    now: false,
  });
  const [mail] = await prisma.outboxEmail.findMany();
  expect(mail?.subject).toBe("Autorisations de Manon\u00a0: mises à jour");
  expect(mail?.text).toContain("Interdiction (avant\u00a0: autorisation)");
  expect(mail?.replyTo).toBe("education@clairval.example");
  expect(await prisma.auditEvent.count({ where: { kind: "authorizations-updated" } })).toBe(1);
});

test("the same for a brother, in one go: two numbers", async () => {
  const sent = await input([leavingAlone(false)], [its.brotherId]);
  const filed = await fileAuthorizations(parent(), sent);
  if (!filed.ok) throw new Error(filed.refusal);
  const submission = await readFiledAuthorizations(parent().proof, filed.value.submissionId);
  expect(submission?.requests.map(({ number, childName }) => [number, childName])).toEqual([
    [1, "Manon"],
    [2, "Noé"],
  ]);
  expect(await allowedAlone(its.brotherId)).toBe(false);
});

test("nothing changed: said so, and nothing is filed", async () => {
  const sent = await input([leavingAlone(true)]);
  expect(await fileAuthorizations(parent(), sent)).toEqual({
    ok: false,
    refusal: "nothing-changed",
  });
  expect(await prisma.serviceRequest.count()).toBe(0);
});

test("the same key twice is one request; another content under it is refused", async () => {
  const sent = await input([leavingAlone(false)]);
  const first = await fileAuthorizations(parent(), sent);
  expect(await fileAuthorizations(parent(), sent)).toEqual(first);
  expect(await prisma.serviceRequest.count()).toBe(1);
  const other = { ...sent, answers: [leavingAlone(true)] };
  expect(await fileAuthorizations(parent(), other)).toEqual({ ok: false, refusal: "key-reused" });
});

test("two parents at once: one is filed, the other reads again", async () => {
  const [mine, theirs] = [await input([leavingAlone(false)]), await input([leavingAlone(false)])];
  const outcomes = await Promise.all([
    fileAuthorizations(parent(0), mine),
    fileAuthorizations(parent(1), theirs),
  ]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "authorizations-changed" });
  expect(await prisma.authorizationChange.count()).toBe(1);
});

test("a young child is not asked whether it leaves alone, and a forged answer changes nothing", async () => {
  await prisma.child.update({
    where: { id: its.manonId },
    data: { birthDate: new Date("2022-02-27T00:00:00Z") },
  });
  const sent = await input([leavingAlone(false)]);
  expect((await fileAuthorizations(parent(), sent)).ok).toBe(false);
  expect(await allowedAlone(its.manonId)).toBe(true);
});

describe("who may", () => {
  const tryAs = async (family: Awaited<ReturnType<typeof aFamily>>) => {
    const ctx = guardianContext(family, at);
    const sent = await input([leavingAlone(false)]);
    return {
      read: await readChildAuthorizations(ctx.proof, its.manonId, today),
      history: await readAuthorizationHistory(ctx.proof, its.manonId),
      filed: await fileAuthorizations(ctx, sent),
    };
  };

  test("a stranger finds nothing and changes nothing", async () => {
    const stranger = await aFamily(prisma, { name: "Durand" });
    expect(await tryAs(stranger)).toEqual({
      read: null,
      history: [],
      filed: { ok: false, refusal: "not-found" },
    });
    expect(await allowedAlone(its.manonId)).toBe(true);
  });

  test("the child's other home sees the child's answers, not the contacts of this one", async () => {
    const other = await aFamily(prisma, {
      name: "Martin",
      children: [{ existing: { id: its.manonId } }],
    });
    const ctx = guardianContext(other, at);
    const read = await readChildAuthorizations(ctx.proof, its.manonId, today);
    expect(read?.contacts).toEqual([]);
    expect(read?.states).toHaveLength(5);
    expect(JSON.stringify(read)).not.toContain("Jeanne");
  });

  test("a right taken away by a court order closes it for that home alone", async () => {
    const other = await aFamily(prisma, {
      name: "Martin",
      children: [{ existing: { id: its.manonId } }],
    });
    await prisma.familyChild.updateMany({
      where: { familyId: other.id },
      data: { mayAuthorize: false },
    });
    expect(await tryAs(other)).toEqual({
      read: null,
      history: [],
      filed: { ok: false, refusal: "not-found" },
    });
    expect(await readChildAuthorizations(parent().proof, its.manonId, today)).not.toBeNull();
  });

  test("a brother of another family cannot be added to the same request", async () => {
    const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
    const sent = await input([leavingAlone(false)]);
    const forged = { ...sent, siblingIds: [stranger.children[0]?.id ?? 0] };
    expect(await fileAuthorizations(parent(), forged)).toEqual({
      ok: false,
      refusal: "not-found",
    });
  });
});

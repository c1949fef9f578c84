import { hashPassword } from "@/lib/auth/password";
import { realNow } from "@/lib/clock";
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import { askEmailChange } from "@/lib/services/family-file/email-change";
import { confirmEmailChange } from "@/lib/services/family-file/confirm-email";
import { anAccount, aSession } from "@/tests/support/builders/account";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { as, now, requests, theHomes, type Homes } from "./homes";

let its: Homes;
let accountId: string;
const password = "une phrase assez longue";
const newEmail = "nouvelle.adresse@exemple.fr";

beforeEach(async () => {
  await emptyTables();
  its = await theHomes();
  accountId = as(its.family).proof.accountId;
  const passwordHash = await hashPassword(password);
  await prisma.account.update({ where: { id: accountId }, data: { passwordHash } });
});

const ask = (typed: Partial<{ newEmail: string; password: string }> = {}) =>
  askEmailChange(as(its.family), { newEmail, password, ...typed }, realNow());
const confirm = (token: string, sessionId: string | null = null, at = realNow()) =>
  confirmEmailChange({ token, sessionId }, { now, realNow: at });
const mailTo = async (to: string) => {
  const mails = await prisma.outboxEmail.findMany({ where: { to }, orderBy: { createdAt: "asc" } });
  return mails.at(-1);
};
const linkIn = (text: string | undefined) =>
  /\/famille\/adresse-electronique\/(\S+)/.exec(text ?? "")?.[1] ?? "";
const account = () => prisma.account.findUniqueOrThrow({ where: { id: accountId } });

test("asked with the password, confirmed by the link: account, both families, request, sessions", async () => {
  const second = await aFamily(prisma, {
    name: "Petit",
    guardians: [{ firstName: "Madelaine", account: { existing: accountId } }],
  });
  const [here, elsewhere] = [
    (await aSession(prisma, { account: { id: accountId } })).id,
    (await aSession(prisma, { account: { id: accountId } })).id,
  ];
  expect(await ask()).toEqual({ ok: true, value: null });
  expect((await account()).email).toBe("madelaine@exemple.fr");
  expect((await mailTo("madelaine@exemple.fr"))?.subject).toContain("Demande de changement");
  expect(await prisma.serviceRequest.count()).toBe(0);
  const token = linkIn((await mailTo(newEmail))?.text);
  expect(await prisma.accountToken.findFirst({ where: { purpose: "emailChange" } })).toMatchObject({
    newEmail,
    usedAt: null,
  });

  expect(await confirm(token, here)).toEqual({ ok: true, value: null });
  expect(await account()).toMatchObject({ email: newEmail, userName: "madelaine" });
  const rows = await prisma.guardian.findMany({ where: { accountId } });
  expect(rows.map(({ email }) => email)).toEqual([newEmail, newEmail]);
  expect(await requests()).toMatchObject([
    {
      familyId: its.family.id,
      state: "accepted",
      fileChanges: [
        { field: "email", was: "madelaine@exemple.fr", now: newEmail, state: "accepted" },
      ],
    },
    { familyId: second.id, state: "accepted" },
  ]);
  const open = await prisma.session.findMany({ where: { accountId, revokedAt: null } });
  expect(open.map(({ id }) => id)).toEqual([here]);
  expect(open.some(({ id }) => id === elsewhere)).toBe(false);
  for (const to of ["madelaine@exemple.fr", newEmail])
    expect((await mailTo(to))?.subject).toBe("Votre adresse électronique a changé");

  // The link serves once.
  expect(await confirm(token)).toEqual({ ok: false, refusal: "link-expired" });
});

test("a wrong password, the same address, and a sixth try", async () => {
  expect(await ask({ password: "pas le bon" })).toMatchObject({ refusal: "wrong-password" });
  expect(await ask({ newEmail: "madelaine@exemple.fr" })).toMatchObject({ refusal: "email-same" });
  for (let i = 0; i < 3; i += 1) await ask({ password: "pas le bon" });
  expect(await ask()).toMatchObject({ refusal: "too-many-attempts" });
  expect(await prisma.outboxEmail.count()).toBe(0);
});

test("an address that somebody has gets no link, and the answer is the same", async () => {
  expect(await ask({ newEmail: "thomas@exemple.fr" })).toEqual({ ok: true, value: null });
  const mail = await mailTo("thomas@exemple.fr");
  expect(mail?.subject).toBe("Cette adresse a déjà un compte");
  expect(linkIn(mail?.text)).toBe("");
  expect(mail?.text).not.toContain("Madelaine");
});

test("taken meanwhile: refused, and the account keeps its address", async () => {
  await ask();
  const token = linkIn((await mailTo(newEmail))?.text);
  await anAccount(prisma, { email: newEmail });
  expect(await confirm(token)).toEqual({ ok: false, refusal: "email-taken" });
  expect((await account()).email).toBe("madelaine@exemple.fr");
});

test("a link that never left is too old after two days, and a newer one ends it", async () => {
  await ask();
  const first = linkIn((await mailTo(newEmail))?.text);
  await ask({ newEmail: "encore.une.autre@exemple.fr" });
  expect(await confirm(first)).toMatchObject({ refusal: "link-expired" });
  const second = linkIn((await mailTo("encore.une.autre@exemple.fr"))?.text);
  // A day to leave, a day to be opened.
  const later = instant(new Date(Date.parse(realNow()) + 49 * 3_600_000).toISOString());
  expect(await confirm(second, null, later)).toMatchObject({ refusal: "link-expired" });
});

test("nobody's user name is taken by moving to an address that begins with it", async () => {
  await anAccount(prisma, { email: "admin@clairval.example", role: "administrator" });
  await ask({ newEmail: "admin@ailleurs.example" });
  expect(await confirm(linkIn((await mailTo("admin@ailleurs.example"))?.text))).toEqual({
    ok: true,
    value: null,
  });
  expect((await account()).userName).toBe("madelaine");
  expect(await prisma.account.findUnique({ where: { userName: "admin" } })).toMatchObject({
    email: "admin@clairval.example",
  });
});

test("where the town does not let it change, nobody asks", async () => {
  await prisma.familyFieldRule.create({
    data: { field: "email", access: "shown", processing: "automatic" },
  });
  expect(await ask()).toMatchObject({ refusal: "not-found" });
});

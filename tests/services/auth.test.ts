import {
  anActor,
  asAccount,
  asBearer,
  asHolderOf,
  asNobody,
  familyProof,
} from "@/tests/support/actors";
import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import {
  authorize,
  authorizeFamily,
  currentActor,
  requireAgent,
  requireGuardian,
  requirePermission,
} from "@/lib/auth";
import { agentPermissions } from "@/lib/domain/access";
import { csrfTokenOf, newCsrfCookie } from "@/lib/auth/csrf";
import { returnPath } from "@/lib/auth/return-path";
import { prisma } from "@/lib/db";
import { chooseFamily, revokeSession } from "@/lib/services/operational/sessions";
import { instant } from "@/lib/domain/day";
import { anAccount, aSession } from "@/tests/support/builders/account";

const now = instant("2026-11-22T09:00:00.000Z");

async function aGuardianOf(...names: string[]) {
  const account = await anAccount(prisma, { firstName: "Madelaine" });
  const families = [];
  for (const name of names) {
    const guardian = { accountId: account.id, firstName: "Madelaine", lastName: name };
    families.push(await prisma.family.create({ data: { name, guardians: { create: guardian } } }));
  }
  return { account, families };
}

describe("currentActor", () => {
  test("is the session's account, with its families", async () => {
    const { account, families } = await aGuardianOf("Dupont", "Martin");
    const sessionId = await asAccount(account);
    expect(await currentActor()).toEqual({
      accountId: account.id,
      sessionId,
      role: "guardian",
      factor: { dueAt: null, isOverdue: false, isSet: false, hasPasskey: false, needsCode: false },
      firstName: "Madelaine",
      lastName: account.lastName,
      email: account.email,
      previousSignInAt: null,
      families: families.map(({ id, name }) => ({ id, name })),
      familyId: families[0]?.id,
      scopes: [],
    });
  });

  test("acts for the family that the session has chosen, never for one that it lost", async () => {
    const { account, families } = await aGuardianOf("Un", "Deux");
    const [one, two] = families;
    if (!one || !two) throw new Error("two families");
    const sessionId = await asAccount(account);
    await chooseFamily(sessionId, familyProof(account, two));
    expect((await currentActor())?.familyId).toBe(two.id);
    await prisma.guardian.deleteMany({ where: { familyId: two.id } });
    expect((await currentActor())?.familyId).toBe(one.id);
  });

  test("another account's session cannot be moved to one's family", async () => {
    const mine = await aGuardianOf("À moi");
    const theirs = await aGuardianOf("À eux");
    const sessionId = await asAccount(theirs.account);
    const family = mine.families[0] as { id: number };
    await chooseFamily(sessionId, familyProof(mine.account, family));
    expect((await currentActor())?.familyId).toBe(theirs.families[0]?.id);
  });

  test("an agent has scopes and no family", async () => {
    const agent = await anAccount(prisma, { role: "animator", scopes: [{}] });
    await asAccount(agent);
    const actor = await currentActor();
    expect(actor).toMatchObject({ role: "animator", families: [], familyId: null });
    expect(actor?.scopes).toEqual([{ activityId: "every", establishmentId: "every" }]);
  });

  test("is nobody once the session is revoked, expired, unknown, or the account closed", async () => {
    const account = await anAccount(prisma);
    const sessionId = await asAccount(account);
    expect(await currentActor()).not.toBeNull();
    await revokeSession(sessionId, now);
    expect(await currentActor()).toBeNull();

    const old = await aSession(prisma, { account, expiresAt: "2020-01-01T00:00:00.000Z" });
    await asHolderOf(old.id);
    expect(await currentActor()).toBeNull();
    await asHolderOf(randomUUID());
    expect(await currentActor()).toBeNull();

    await asAccount(await anAccount(prisma, { active: false }));
    expect(await currentActor()).toBeNull();
    asNobody();
    expect(await currentActor()).toBeNull();
  });

  test("does not believe a token that is not ours", async () => {
    const session = await aSession(prisma, { account: await anAccount(prisma) });
    asBearer(await encode({ token: { sid: session.id }, secret: "somebody else’s secret" }));
    expect(await currentActor()).toBeNull();
    asBearer("not a token");
    expect(await currentActor()).toBeNull();
  });
});

describe("proofs", () => {
  const families = [{ id: 1, name: "Dupont" }];

  test("a family is authorized for its guardians only", () => {
    const guardian = anActor({ families, familyId: 1 });
    expect(authorizeFamily(guardian, 1)).toMatchObject({ familyId: 1 });
    expect(authorizeFamily(guardian, 2)).toBeNull();
    expect(authorizeFamily(guardian, null)).toBeNull();
    expect(authorizeFamily(anActor({ families, role: "activityAgent" }), 1)).toBeNull();
    expect(authorizeFamily(null, 1)).toBeNull();
  });

  test("an agent is authorized to what its role may, as far as its scopes; a guardian to nothing", () => {
    const scopes = [{ activityId: 3, establishmentId: "every" as const }];
    const limited = anActor({ role: "activityAgent", scopes });
    expect(authorize(limited, "read-requests")).toMatchObject({
      may: { "read-requests": true },
      reach: { wholeTown: false, scopes },
    });
    expect(authorize(limited, "manage-tariffs")).toBeNull();
    expect(authorize(limited, "read-requests", "read-families")).toBeNull();
    const everywhere = [{ activityId: "every" as const, establishmentId: "every" as const }];
    expect(
      authorize(anActor({ role: "animator", scopes: everywhere }), "read-families"),
    ).toBeNull();
    expect(authorize(anActor({ role: "tariffs" }), "manage-tariffs")?.reach).toEqual({
      wholeTown: true,
    });
    for (const permission of agentPermissions) {
      expect(authorize(anActor({ role: "administrator" }), permission)).not.toBeNull();
      expect(authorize(anActor(), permission)).toBeNull();
      expect(authorize(null, permission)).toBeNull();
    }
  });
});

describe("pages", () => {
  const goesTo = (path: string) => ({ digest: expect.stringContaining(`;${path};`) as string });

  test("send the signed-out to the sign-in page", async () => {
    asNobody();
    await expect(requireGuardian()).rejects.toMatchObject(goesTo("/connexion"));
    await expect(requireAgent()).rejects.toMatchObject(goesTo("/connexion"));
    await expect(requirePermission("read-requests")).rejects.toMatchObject(goesTo("/connexion"));
  });

  test("of parents send agents to their own side, and say who has no family", async () => {
    await asAccount(await anAccount(prisma, { role: "activityAgent" }));
    await expect(requireGuardian()).rejects.toMatchObject(goesTo("/admin"));
    await asAccount(await anAccount(prisma));
    await expect(requireGuardian()).rejects.toMatchObject(goesTo("/connexion?erreur=sans-foyer"));
  });

  test("of agents do not exist for a parent", async () => {
    const { account, families } = await aGuardianOf("Dupont");
    await asAccount(account);
    const missing = { digest: expect.stringContaining("404") as string };
    await expect(requireAgent()).rejects.toMatchObject(missing);
    await expect(requirePermission("read-requests")).rejects.toMatchObject(missing);
    expect((await requireGuardian()).family.familyId).toBe(families[0]?.id);
  });

  test("of agents exist for the roles that may, and for no other", async () => {
    await asAccount(await anAccount(prisma, { role: "desk" }));
    expect((await requirePermission("read-families")).agent.reach).toEqual({ wholeTown: true });
    expect((await requireAgent()).role).toBe("desk");
    const missing = { digest: expect.stringContaining("404") as string };
    await expect(requirePermission("manage-tariffs")).rejects.toMatchObject(missing);
    await expect(requirePermission("read-families", "change-families")).rejects.toMatchObject(
      missing,
    );
  });
});

test.each([
  ["/demandes/12", "/demandes/12"],
  ["/demarches/reservations/calendrier?annee=2", "/demarches/reservations/calendrier?annee=2"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/%5Cevil.example", "/%5Cevil.example"],
  ["/a/..//evil.example", "/"],
  ["/.//evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/\tdemandes", "/"],
  ["/connexion?retour=/connexion", "/"],
  ["/api/auth/signout", "/"],
  ["demandes", "/"],
  ["", "/"],
])("returnPath(%j) = %j", (given, expected) => {
  expect(returnPath(given)).toBe(expected);
});

test("the anti-forgery cookie is ours only with our secret", () => {
  const cookie = newCsrfCookie("secret");
  expect(csrfTokenOf(cookie, "secret")).toBe(cookie.split("|")[0]);
  expect(csrfTokenOf(cookie, "other")).toBeNull();
  expect(csrfTokenOf("a|b", "secret")).toBeNull();
  expect(csrfTokenOf("", "secret")).toBeNull();
  expect(csrfTokenOf(undefined, "secret")).toBeNull();
});

import { prisma } from "@/lib/db";
import type { AuthorizationSetting } from "@/lib/domain/authorization-setting";
import { readFamilyAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { readAuthorizationList } from "@/lib/services/settings/authorization-types";
import { readDietList, saveDiet } from "@/lib/services/settings/diets";
import { readDocumentTypeList } from "@/lib/services/settings/document-types";
import { moveInList } from "@/lib/services/settings/move";
import { saveAuthorizationType } from "@/lib/services/settings/save-authorization-type";
import { saveDocumentType } from "@/lib/services/settings/save-document-type";
import { writeAuthorizationTypes } from "@/prisma/seed/authorizations";
import { writeDocumentTypes } from "@/prisma/seed/supporting-documents";
import {
  aDecisionScenario,
  townAgentContext,
} from "@/tests/services/family-file/decision-scenario";
import { anAccount } from "@/tests/support/builders/account";
import { aDocumentRequest, aFileRequest } from "@/tests/support/builders/filing";
import { emptyTables } from "@/tests/support/database";
import { guardianContext } from "@/tests/support/duponts";
import { day } from "@/lib/domain/day";

type Agent = ReturnType<typeof townAgentContext>;
let agent: Agent;
const key = () => crypto.randomUUID();

beforeEach(async () => {
  await emptyTables();
  agent = townAgentContext(await anAccount(prisma, { role: "administrator" }));
});

const swimming: AuthorizationSetting = {
  label: "Baignade",
  explanation: "L’enfant peut se baigner en piscine surveillée.",
  icon: "sun",
  subject: "child",
  required: true,
  minimumAge: null,
  active: true,
};

const save = (setting: AuthorizationSetting, type: { id: number; shown: string } | null = null) =>
  saveAuthorizationType(agent, { type, setting, idempotencyKey: key() });

async function listed(label: string) {
  const { types } = await readAuthorizationList(agent.proof);
  const found = types.find((type) => type.label === label);
  if (!found) throw new Error(`No type is named ${label}`);
  const { id, answers, stamp: shown, ...setting } = found;
  return { id, answers, shown, setting };
}

describe("authorizations", () => {
  test("what is added is asked at once, and what is withdrawn no longer; answers are kept", async () => {
    await writeAuthorizationTypes(prisma);
    const { family } = await aDecisionScenario();
    const asked = async () => {
      const [child] = await readFamilyAuthorizations(
        guardianContext(family, "2026-11-23T09:00").proof,
        day("2026-11-23"),
      );
      return child?.types.map(({ label }) => label) ?? [];
    };
    expect((await save(swimming)).ok).toBe(true);
    expect((await asked()).at(-1)).toBe("Baignade");
    expect(
      await prisma.authorizationType.findFirst({ where: { label: "Baignade" } }),
    ).toMatchObject({
      code: "BAIGNADE",
    });
    const { id, shown, setting } = await listed("Photographie");
    expect((await save({ ...setting, active: false }, { id, shown })).ok).toBe(true);
    expect(await asked()).not.toContain("Photographie");
    expect(await prisma.auditEvent.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      kind: "authorization-type-changed",
      accountId: agent.proof.accountId,
      data: { active: { was: true, now: false } },
    });
  });

  test("a colleague's save is seen, never overwritten", async () => {
    await save(swimming);
    const { id, shown, setting } = await listed("Baignade");
    expect((await save({ ...setting, required: false }, { id, shown })).ok).toBe(true);
    expect(await save({ ...setting, minimumAge: 6 }, { id, shown })).toEqual({
      ok: false,
      refusal: "settings-changed",
    });
    const now = await listed("Baignade");
    expect(now.setting).toMatchObject({ required: false, minimumAge: null });
    const both = await Promise.all([
      save({ ...now.setting, minimumAge: 7 }, { id, shown: now.shown }),
      save({ ...now.setting, minimumAge: 8 }, { id, shown: now.shown }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("refused: the same again, a name that is taken, another subject once answered, an unknown one", async () => {
    const types = await writeAuthorizationTypes(prisma);
    const { child } = await aDecisionScenario();
    await prisma.authorization.create({
      data: {
        childId: child.id,
        typeId: types.get("PHOTOGRAPHIE")?.id ?? 0,
        allowed: true,
        since: agent.now,
      },
    });
    const { id, shown, setting, answers } = await listed("Photographie");
    expect(answers).toBe(1);
    const refusalOf = async (change: Partial<AuthorizationSetting>, type = { id, shown }) => {
      const answer = await save({ ...setting, ...change }, type);
      return answer.ok ? null : answer.refusal;
    };
    expect(await refusalOf({})).toBe("settings-unchanged");
    expect(await refusalOf({ label: "soins médicaux" })).toBe("setting-label-taken");
    expect(await refusalOf({ subject: "contact" })).toBe("authorization-answered");
    expect(await refusalOf({ required: false }, { id: 9999, shown })).toBe("not-found");
    expect(await save({ ...swimming, label: "PHOTOGRAPHIE" })).toMatchObject({
      refusal: "setting-label-taken",
    });
    expect(await prisma.auditEvent.count()).toBe(0);
  });

  test("a line moves by one place, on the order that was shown", async () => {
    await writeAuthorizationTypes(prisma);
    const { types, orderStamp: shown } = await readAuthorizationList(agent.proof);
    const [first, second] = types;
    const move = (id: number | undefined, direction: "up" | "down") =>
      moveInList(agent, "AuthorizationType", {
        id: id ?? 0,
        direction,
        shown,
        idempotencyKey: key(),
      });
    expect(await move(first?.id, "up")).toMatchObject({ refusal: "settings-unchanged" });
    expect(await move(first?.id, "down")).toEqual({ ok: true, value: { place: 2 } });
    const after = await readAuthorizationList(agent.proof);
    expect(after.types.map(({ id }) => id).slice(0, 2)).toEqual([second?.id, first?.id]);
    expect(await move(first?.id, "down")).toMatchObject({ refusal: "settings-changed" });
    expect(await move(9999, "down")).toMatchObject({ refusal: "not-found" });
  });
});

describe("diets", () => {
  const add = (label: string) =>
    saveDiet(agent, { diet: null, label, active: true, idempotencyKey: key() });

  test("a new name goes to the children who have it and to what waits; a religion is refused", async () => {
    const { family, child } = await aDecisionScenario();
    expect((await add("Végétarien")).ok).toBe(true);
    expect(await add("végétarien")).toMatchObject({ refusal: "setting-label-taken" });
    expect(await add("Repas halal")).toMatchObject({ refusal: "diet-religion" });
    await prisma.child.update({ where: { id: child.id }, data: { diet: "Végétarien" } });
    const waiting = await aFileRequest(prisma, {
      family,
      child,
      lines: [{ field: "diet", was: null, now: "Végétarien" }],
    });
    const [diet] = (await readDietList(agent.proof)).diets;
    expect(diet).toMatchObject({ label: "Végétarien", children: 1 });
    const renamed = {
      diet: { id: diet?.id ?? 0, shown: diet?.stamp ?? "" },
      label: "Sans viande",
      active: false,
      idempotencyKey: key(),
    };
    expect((await saveDiet(agent, renamed)).ok).toBe(true);
    expect((await prisma.child.findFirst({ where: { id: child.id } }))?.diet).toBe("Sans viande");
    const line = await prisma.familyFileChange.findFirst({ where: { requestId: waiting.id } });
    expect(line?.now).toBe("Sans viande");
    expect(
      await saveDiet(agent, { ...renamed, label: "Autre", idempotencyKey: key() }),
    ).toMatchObject({
      refusal: "settings-changed",
    });
  });
});

describe("kinds of documents", () => {
  test("added and changed; whom one is about stays once it was given; months go with their rule", async () => {
    const types = await writeDocumentTypes(prisma);
    const { family, child } = await aDecisionScenario();
    const insurance = types.get("ASSURANCE");
    await aDocumentRequest(prisma, { family, child, typeId: insurance?.id ?? 0 });
    const list = async () => (await readDocumentTypeList(agent.proof)).types;
    const found = (await list()).find(({ id }) => id === insurance?.id);
    if (!found) throw new Error("The demo town asks for the insurance");
    const { id, stamp: shown, documents, ...setting } = found;
    expect(documents).toBe(1);
    const change = (part: Partial<typeof setting>) =>
      saveDocumentType(agent, {
        type: { id, shown },
        setting: { ...setting, ...part },
        idempotencyKey: key(),
      });
    expect(await change({})).toMatchObject({ refusal: "settings-unchanged" });
    expect(await change({ subject: "family" })).toMatchObject({ refusal: "document-type-filed" });
    expect(await change({ validity: "months", validityMonths: null })).toMatchObject({
      refusal: "validity-months-missing",
    });
    expect((await change({ validity: "months", validityMonths: 6, required: false })).ok).toBe(
      true,
    );
    expect(await change({ active: false })).toMatchObject({ refusal: "settings-changed" });
    const added = await saveDocumentType(agent, {
      type: null,
      setting: {
        ...setting,
        label: "Brevet de natation",
        validity: "forever",
        validityMonths: null,
      },
      idempotencyKey: key(),
    });
    expect(added.ok).toBe(true);
    expect((await list()).at(-1)).toMatchObject({ label: "Brevet de natation", forLate: false });
  });
});

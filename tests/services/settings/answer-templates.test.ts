import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { moveAnswerTemplate, saveAnswerTemplate } from "@/app/admin/reglages/reponses/actions";
import { prisma } from "@/lib/db";
import type { RequestKind } from "@/lib/domain/request-kind";
import { readOfferedTemplates, readTemplateList } from "@/lib/services/settings/answer-templates";
import { key, lastEvent, sentTo } from "@/tests/services/settings/town/scenario";
import { agentProof, asAccount, townAgentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";

let agent: { id: string };

beforeEach(async () => {
  await emptyTables();
  agent = await anAccount(prisma, { role: "educationService" });
  await asAccount(agent);
});

const typed = (its: Readonly<Record<string, unknown>> = {}) => ({
  name: "Groupe complet",
  text: "Le groupe est complet ce jour-là.",
  kinds: ["reservations"],
  active: "1",
  idempotencyKey: key(),
  ...its,
});

const listNow = () => readTemplateList(townAgentProof(agent));

/** Their names, as they are offered to an agent whose rights have a limit. */
const offered = async (kind: RequestKind) =>
  (await readOfferedTemplates(agentProof(agent, []), kind)).map(({ name }) => name);

async function aTemplate(its: Readonly<Record<string, unknown>> = {}) {
  await sentTo(saveAnswerTemplate(typed(its)));
  const template = (await listNow()).templates.at(-1);
  if (!template) throw new Error("The template was not saved");
  return { ...template, line: { id: template.id, shown: template.stamp } };
}

test("what is saved is offered at once on the requests it is for; archived, it is offered no more", async () => {
  const { id, line } = await aTemplate();
  expect(await offered("reservations")).toEqual(["Groupe complet"]);
  expect(await offered("familyFile")).toEqual([]);
  expect(await lastEvent()).toMatchObject({
    kind: "answer-template-added",
    subject: `answer-template ${id}`,
    accountId: agent.id,
    data: { text: { was: null, now: "Le groupe est complet ce jour-là." } },
  });
  const change = { kinds: ["familyFile", "reservations"], text: "Le groupe est plein." };
  const answer = saveAnswerTemplate(typed({ ...change, ...line }));
  expect(await sentTo(answer)).toBe(`/admin/reglages/reponses?enregistre=${id}`);
  expect(await offered("familyFile")).toEqual(["Groupe complet"]);
  expect(await lastEvent()).toMatchObject({
    kind: "answer-template-changed",
    data: {
      text: { was: "Le groupe est complet ce jour-là.", now: "Le groupe est plein." },
      kinds: { was: ["reservations"], now: ["reservations", "familyFile"] },
    },
  });
  const [now] = (await listNow()).templates;
  const archived = typed({ ...change, id, shown: now?.stamp, active: undefined });
  await sentTo(saveAnswerTemplate(archived));
  expect(await offered("reservations")).toEqual([]);
  expect((await listNow()).templates).toMatchObject([{ id, setting: { active: false } }]);
});

test("a colleague's save is never overwritten, and a form sent twice is one template", async () => {
  const { line } = await aTemplate();
  await sentTo(saveAnswerTemplate(typed({ text: "Le groupe est plein.", ...line })));
  const stale = typed({ text: "Plus de place.", ...line });
  expect(await saveAnswerTemplate(stale)).toMatchObject({ refusal: "settings-changed" });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...stale, kinds: "" }))
    if (name === "kinds") form.append("kinds[]", "reservations");
    else form.set(name, String(value));
  // Without JavaScript the refusal gives back what was typed.
  expect(await saveAnswerTemplate(null, form)).toMatchObject({
    refusal: "settings-changed",
    typed: { text: "Plus de place.", kinds: ["reservations"] },
  });
  expect((await listNow()).templates).toMatchObject([
    { setting: { text: "Le groupe est plein." } },
  ]);
  const twice = typed({ name: "Délai dépassé" });
  const first = await sentTo(saveAnswerTemplate(twice));
  expect(await sentTo(saveAnswerTemplate(twice))).toBe(first);
  expect(await prisma.answerTemplate.count()).toBe(2);
});

test("they are offered in the order that agents give them", async () => {
  await aTemplate({ name: "Premier" });
  const second = await aTemplate({ name: "Second" });
  const { orderStamp: shown } = await listNow();
  const move = { id: second.id, direction: "up", shown, idempotencyKey: key() };
  expect(await moveAnswerTemplate(move)).toMatchObject({ ok: true, value: { place: 1 } });
  expect(await offered("reservations")).toEqual(["Second", "Premier"]);
});

test("what is wrong is said at its field, and nothing is written", async () => {
  await aTemplate();
  const events = await prisma.auditEvent.count();
  expect(await saveAnswerTemplate(typed({ name: "groupe COMPLET" }))).toMatchObject({
    refusal: "setting-label-taken",
  });
  const bad = { name: "x".repeat(61), text: "x".repeat(501), kinds: [] };
  expect(await saveAnswerTemplate(typed(bad))).toMatchObject({
    fields: {
      name: expect.stringContaining("60"),
      text: expect.stringContaining("500"),
      kinds: expect.stringContaining("Cochez"),
    },
  });
  // Nobody refuses an authorization: a template for them would never be offered.
  expect(await saveAnswerTemplate(typed({ kinds: ["authorizations"] }))).toMatchObject({
    refusal: "invalid",
  });
  expect(await prisma.auditEvent.count()).toBe(events);
});

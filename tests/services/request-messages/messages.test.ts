import { prisma } from "@/lib/db";
import { countQueue, readQueue } from "@/lib/services/request-kinds/queue";
import type { QueueFilters } from "@/lib/services/request-kinds/queue-filters";
import { listRequests } from "@/lib/services/request-kinds/list";
import {
  readAgentMessages,
  readFamilyMessages,
} from "@/lib/services/request-messages/read-messages";
import {
  settleMessages,
  writeToFamily,
  writeToService,
} from "@/lib/services/request-messages/write-message";
import { agentProof } from "@/tests/support/actors";
import { emptyTables } from "@/tests/support/database";
import { agentContext, aScenario, guardianOf, type Scenario } from "../request-kinds/scenario";

let town: Scenario;
let number: number;

beforeEach(async () => {
  await emptyTables();
  town = await aScenario();
  ({ number } = await town.request());
});

const key = () => crypto.randomUUID();
const asks = (text: string, guardian = 0) =>
  writeToService(guardianOf(town.family, { guardian }), { number, text, idempotencyKey: key() });
const answers = (text: string, seen: number) =>
  writeToFamily(agentContext(town.agent), { number, text, seen, idempotencyKey: key() });
const agent = () => agentProof(town.agent, "town");

const idOf = (written: Awaited<ReturnType<typeof asks>>) => {
  if (!written.ok) throw new Error(written.refusal);
  return written.value.id;
};

const mails = async () => {
  const rows = await prisma.outboxEmail.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ to, subject, text }) => ({ to, subject, text }));
};

const everything: QueueFilters = {
  state: null,
  kind: null,
  activityId: null,
  establishmentId: null,
  search: "",
  likeness: "exact",
  from: null,
  to: null,
  lateOnly: false,
  writtenOnly: false,
  order: "oldest",
  page: 1,
};

test("a question and its answer: both sides read the same, each is told by e-mail", async () => {
  const asked = idOf(await asks("Léo sera-t-il avec son cousin ?"));
  expect(await readAgentMessages(agent(), number)).toMatchObject([
    { side: "family", authorName: "Madelaine Dupont", waits: true },
  ]);
  await answers("Oui.\nIls sont dans le même groupe.", asked);
  const read = await readFamilyMessages(guardianOf(town.family).proof, number);
  expect(read).toEqual(await readAgentMessages(agent(), number));
  expect(read.map(({ side, authorName, text, waits }) => [side, authorName, text, waits])).toEqual([
    ["family", "Madelaine Dupont", "Léo sera-t-il avec son cousin ?", false],
    ["service", "Nadia Leroy", "Oui.\nIls sont dans le même groupe.", false],
  ]);
  const sent = await mails();
  expect(sent).toHaveLength(2);
  const toFamily = sent.find(({ to }) => to === "madelaine@exemple.fr");
  const toService = sent.find(({ to }) => to === "education@clairval.example");
  expect(toService?.subject).toBe(
    `Demande n°\u00a0${number}\u00a0: un message de Madelaine Dupont`,
  );
  expect(toService?.text).toContain("Léo sera-t-il avec son cousin ?");
  expect(toService?.text).toContain(`/admin/demandes/${number}`);
  expect(toFamily?.text).toContain("Oui.\nIls sont dans le même groupe.");
  expect(toFamily?.text).toContain(`/demandes/${number}`);
});

test("another guardian who wrote gets the answer too; who did not is not written to", async () => {
  await answers("Il manque un renseignement.", 0);
  const recipients = async () => (await mails()).map(({ to }) => to).sort();
  expect(await recipients()).toEqual(["madelaine@exemple.fr"]);
  const asked = idOf(await asks("Lequel ?", 1));
  await answers("L’heure du départ.", asked);
  expect(await recipients()).toEqual([
    "education@clairval.example",
    "madelaine@exemple.fr",
    "madelaine@exemple.fr",
    "thomas@exemple.fr",
  ]);
});

test("what comes while the agent answers is read first: nothing is sent until then", async () => {
  const first = idOf(await asks("À quelle heure ?"));
  const second = idOf(await asks("Et où ?"));
  const before = await mails();
  expect(await answers("À huit heures.", first)).toMatchObject({ refusal: "message-arrived" });
  expect(await mails()).toEqual(before);
  expect((await readAgentMessages(agent(), number)).map(({ waits }) => waits)).toEqual([
    true,
    true,
  ]);
  expect(await answers("À huit heures, au portail.", second)).toMatchObject({ ok: true });
  // A colleague has answered meanwhile.
  expect(await answers("À huit heures !", second)).toMatchObject({ refusal: "message-arrived" });
});

test("of two answers at the same instant one leaves, the other is told", async () => {
  const asked = idOf(await asks("À quelle heure ?"));
  const both = ["À huit heures.", "À neuf heures."].map((text) => answers(text, asked));
  const outcomes = (await Promise.all(both)).map((answer) => (answer.ok ? "sent" : answer.refusal));
  expect(outcomes.sort()).toEqual(["message-arrived", "sent"]);
  expect((await mails()).filter(({ to }) => to === "madelaine@exemple.fr")).toHaveLength(1);
});

test("needs no answer: it waits no longer, nobody is written to; twice is told", async () => {
  const asked = idOf(await asks("Merci !"));
  const before = await mails();
  const settle = () =>
    settleMessages(agentContext(town.agent), { number, seen: asked, idempotencyKey: key() });
  expect(await settle()).toMatchObject({ ok: true, value: { count: 1 } });
  expect(await settle()).toMatchObject({ ok: false, refusal: "message-settled" });
  expect((await readAgentMessages(agent(), number)).map(({ waits }) => waits)).toEqual([false]);
  expect(await mails()).toEqual(before);
});

test("the list of agents finds what waits whatever the request's state; the family's counts", async () => {
  const other = await town.request([{ day: "2025-09-24" }]);
  await prisma.serviceRequest.updateMany({ where: { number }, data: { state: "withdrawn" } });
  const asked = idOf(await asks("Pourquoi est-elle retirée ?"));
  const written = { ...everything, writtenOnly: true };
  expect((await readQueue(agent(), written)).map((row) => [row.number, row.messageWaits])).toEqual([
    [number, true],
  ]);
  expect(await countQueue(agent(), everything)).toMatchObject({
    pending: 1,
    withdrawn: 1,
    written: 1,
  });
  await answers("Votre conjoint l’a retirée.", asked);
  expect(await readQueue(agent(), written)).toEqual([]);
  const { requests } = await listRequests(guardianOf(town.family).proof, {
    state: null,
    childId: null,
    page: 1,
  });
  expect(requests.map((row) => [row.number, row.messages])).toEqual([
    [other.number, 0],
    [number, 2],
  ]);
});

test("a form sent twice is one message and one e-mail", async () => {
  const message = { number, text: "Une fois.", idempotencyKey: key() };
  const first = await writeToService(guardianOf(town.family), message);
  expect(await writeToService(guardianOf(town.family), message)).toEqual(first);
  expect(await prisma.requestMessage.count()).toBe(1);
  expect(await mails()).toHaveLength(1);
  expect(
    await writeToService(guardianOf(town.family), { ...message, text: "Autre" }),
  ).toMatchObject({ ok: false, refusal: "key-reused" });
});

test("another family, the child's other home and an agent elsewhere neither read nor write", async () => {
  await asks("Entre nous.");
  for (const home of [town.stranger, town.otherHome]) {
    const ctx = guardianOf(home);
    expect(await readFamilyMessages(ctx.proof, number)).toEqual([]);
    expect(await writeToService(ctx, { number, text: "Non", idempotencyKey: key() })).toMatchObject(
      { ok: false, refusal: "not-found" },
    );
  }
  const elsewhere = [{ activityId: town.wednesday.id + 1, establishmentId: "every" }] as const;
  const stranger = agentContext(town.agent, elsewhere);
  expect(await readAgentMessages(agentProof(town.agent, elsewhere), number)).toEqual([]);
  for (const tried of [
    await writeToFamily(stranger, { number, text: "Non", seen: 9999, idempotencyKey: key() }),
    await settleMessages(stranger, { number, seen: 9999, idempotencyKey: key() }),
  ])
    expect(tried).toMatchObject({ ok: false, refusal: "not-found" });
  expect(await prisma.requestMessage.count()).toBe(1);
});

test("a home from which the child's file is kept since reads nothing and is not written to", async () => {
  await asks("Avant le jugement.");
  await prisma.familyChild.updateMany({
    where: { familyId: town.family.id },
    data: { maySeeFile: false },
  });
  expect(await readFamilyMessages(guardianOf(town.family).proof, number)).toEqual([]);
  expect(await asks("Après.")).toMatchObject({ ok: false, refusal: "not-found" });
  expect(await answers("Son adresse est…", 0)).toMatchObject({
    ok: false,
    refusal: "home-may-not-read",
  });
  expect(await mails()).toHaveLength(1);
});

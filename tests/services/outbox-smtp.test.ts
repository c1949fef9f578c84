// E-mails through a server of the town: a real SMTP exchange, with its refusals.
import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import { sendOutbox } from "@/lib/services/operational/outbox";
import { startSmtpServer, type TestSmtpServer } from "@/tests/support/smtp-server";

const now = instant("2026-11-22T09:00:00.000Z");
let server: TestSmtpServer;
const settings = (smtpUrl = server.url) => ({
  smtpUrl,
  from: "Clairval <ne-pas-repondre@clairval.example>",
});

beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await prisma.outboxEmail.deleteMany();
  server.received.length = 0;
});

async function anEmail(to = "madelaine@exemple.fr"): Promise<string> {
  const { id } = await prisma.outboxEmail.create({
    data: {
      id: randomUUID(),
      to,
      replyTo: "restauration@clairval.example",
      subject: "Vos réservations d’été",
      text: "Bonjour Zoé,\n.\nun point seul sur sa ligne",
      html: "<p>Bonjour Zoé</p>",
      state: "waiting",
      createdAt: new Date(now),
    },
    select: { id: true },
  });
  return id;
}
const stored = (id: string) => prisma.outboxEmail.findUniqueOrThrow({ where: { id } });

test("twelve e-mails leave over one server, each with its own id, both bodies and the sender", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => anEmail()));
  expect(await sendOutbox(now, settings())).toEqual({ sent: 12, notSent: 0 });
  expect(server.received).toHaveLength(12);
  for (const id of ids) {
    const mail = server.received.find(({ text }) => text.includes(`<${id}@clairval.example>`));
    expect(mail).toMatchObject({
      from: "ne-pas-repondre@clairval.example",
      to: ["madelaine@exemple.fr"],
    });
    expect(mail?.text).toMatch(/^Reply-To: restauration@clairval\.example/m);
    expect(mail?.text).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(mail?.text).toContain("multipart/alternative");
  }
  expect(await stored(ids[0] ?? "")).toMatchObject({ state: "sent", lastError: null });
});

test("an address that the server knows not fails at once; one that is busy is tried again", async () => {
  const [unknown, busy] = [
    await anEmail(server.refuses.unknown),
    await anEmail(server.refuses.busy),
  ];
  expect(await sendOutbox(now, settings())).toEqual({ sent: 0, notSent: 2 });
  expect(await stored(unknown)).toMatchObject({ state: "failed", lastError: "EENVELOPE 550" });
  expect(await stored(busy)).toMatchObject({ state: "waiting", lastError: "EENVELOPE 451" });
});

test("a wrong password, or a server that is away, loses nothing", async () => {
  const id = await anEmail();
  const wrong = server.url.replace("p%40ss", "autre");
  expect(await sendOutbox(now, settings(wrong))).toEqual({ sent: 0, notSent: 1 });
  expect(await stored(id)).toMatchObject({ state: "waiting", lastError: "EAUTH 535" });
  await prisma.outboxEmail.updateMany({ data: { nextAttemptAt: null } });
  expect(await sendOutbox(now, settings("smtp://127.0.0.1:1"))).toEqual({ sent: 0, notSent: 1 });
  expect(await stored(id)).toMatchObject({ state: "waiting", lastError: "ESOCKET" });
});

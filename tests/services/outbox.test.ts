import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/db";
import { instant } from "@/lib/domain/day";
import { sendOutbox } from "@/lib/services/operational/outbox";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";

const NINE = Date.parse("2026-11-22T09:00:00.000Z");
const at = (minutes: number) => instant(new Date(NINE + minutes * 60_000).toISOString());

let server: MailServer;
const settings = () => ({
  apiKey: "re_test",
  baseUrl: server.url,
  from: "Clairval <ne-pas-repondre@clairval.example>",
});

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await prisma.outboxEmail.deleteMany();
  server.received.length = 0;
  server.answer((count) => ({ status: 200, body: { id: `provider-${count}` } }));
});

async function anEmail(subject = "Vos réservations") {
  return prisma.outboxEmail.create({
    data: {
      id: randomUUID(),
      to: "madelaine@exemple.fr",
      replyTo: "restauration@clairval.example",
      subject,
      text: "Bonjour",
      html: "<p>Bonjour</p>",
      state: "waiting",
      createdAt: new Date(NINE),
    },
  });
}
const stored = (id: string) => prisma.outboxEmail.findUniqueOrThrow({ where: { id } });

test("hands the e-mail to the provider, once, with its own id", async () => {
  const { id } = await anEmail();
  expect(await sendOutbox(at(0), settings())).toEqual({ sent: 1, notSent: 0 });
  expect(await sendOutbox(at(60), settings())).toEqual({ sent: 0, notSent: 0 });
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.headers).toMatchObject({
    authorization: "Bearer re_test",
    "idempotency-key": id,
  });
  expect(server.received[0]?.body).toMatchObject({
    from: "Clairval <ne-pas-repondre@clairval.example>",
    to: "madelaine@exemple.fr",
    reply_to: "restauration@clairval.example",
    subject: "Vos réservations",
    text: "Bonjour",
    html: "<p>Bonjour</p>",
    headers: { "Message-ID": `<${id}@clairval.example>` },
  });
  expect(await stored(id)).toMatchObject({ state: "sent", providerId: "provider-1", attempts: 1 });
});

test("without a key, everything waits in the outbox", async () => {
  const { id } = await anEmail();
  expect(await sendOutbox(at(0), null)).toEqual({ sent: 0, notSent: 0 });
  expect(await stored(id)).toMatchObject({ state: "waiting", attempts: 0 });
});

test("tries again after 1, 5, 15, 60… minutes, then gives up after eight attempts", async () => {
  const { id } = await anEmail();
  server.answer(() => ({ status: 500, body: { name: "internal_server_error", message: "x" } }));
  let minute = 0;
  for (const delay of [1, 5, 15, 60, 180, 360, 720]) {
    expect(await sendOutbox(at(minute), settings())).toEqual({ sent: 0, notSent: 1 });
    expect(await sendOutbox(at(minute + delay - 0.1), settings())).toEqual({ sent: 0, notSent: 0 });
    minute += delay;
  }
  await sendOutbox(at(minute), settings());
  expect(await stored(id)).toMatchObject({ state: "failed", attempts: 8, nextAttemptAt: null });
  await sendOutbox(at(minute + 10_000), settings());
  expect(server.received).toHaveLength(8);
  expect(new Set(server.received.map((email) => email.headers["idempotency-key"]))).toEqual(
    new Set([id]),
  );
});

test("a provider that hangs up is tried again; a refused message is not", async () => {
  const { id } = await anEmail();
  server.answer(() => "hang up");
  await sendOutbox(at(0), settings());
  expect(await stored(id)).toMatchObject({ state: "waiting", attempts: 1 });
  server.answer(() => ({
    status: 422,
    body: { name: "validation_error", statusCode: 422, message: "madelaine@exemple.fr is wrong" },
  }));
  await sendOutbox(at(1), settings());
  const row = await stored(id);
  expect(row).toMatchObject({ state: "failed", attempts: 2 });
  expect(row.lastError).not.toContain("madelaine");
});

test("what a dead sender had taken leaves later, under the same key", async () => {
  const { id } = await anEmail();
  // Taken, and the process died before it knew the answer.
  await prisma.outboxEmail.update({
    where: { id },
    data: { attempts: 1, nextAttemptAt: new Date(at(5)) },
  });
  expect(await sendOutbox(at(4), settings())).toEqual({ sent: 0, notSent: 0 });
  expect(await sendOutbox(at(5), settings())).toEqual({ sent: 1, notSent: 0 });
  expect(server.received[0]?.headers["idempotency-key"]).toBe(id);
});

test("three senders at once share the work: nothing twice", async () => {
  const emails = await Promise.all(Array.from({ length: 35 }, (_, n) => anEmail(`n° ${n}`)));
  const counts = await Promise.all([1, 2, 3].map(() => sendOutbox(at(0), settings())));
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(35);
  const keys = server.received.map((email) => email.headers["idempotency-key"]);
  expect(keys.sort()).toEqual(emails.map(({ id }) => id).sort());
});

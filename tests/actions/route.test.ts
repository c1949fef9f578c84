import { asAccount, asNobody } from "@/tests/support/actors";
import { z } from "zod";
import { prisma } from "@/lib/db";
import { done, refused } from "@/lib/domain/result";
import { route } from "@/lib/route";
import { refusalSentence } from "@/lib/sentences";
import { anAccount } from "@/tests/support/builders/account";

const ran: unknown[] = [];
const save = route({
  name: "test-save",
  role: "guardian",
  schema: z.object({ text: z.string(), id: z.coerce.number().optional() }),
  authorize: () => true,
  async run(_ctx, input) {
    ran.push(input);
    if (input.text === "broken") throw new Error(`cannot store ${input.text}`);
    return input.text === "old" ? { ...refused("draft-changed"), value: 4 } : done({ revision: 3 });
  },
});

type Sent = { body?: BodyInit; headers?: Record<string, string>; params?: Record<string, string> };
async function send({ body = '{"text":"a"}', headers = {}, params = {} }: Sent = {}) {
  const request = new Request("http://localhost:3000/x", {
    method: "PUT",
    headers: { origin: "http://localhost:3000", ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  const response = await save(request, { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

beforeEach(async () => {
  ran.length = 0;
  await asAccount(await anAccount(prisma));
});

test("answers the value, and never stays in a cache", async () => {
  const { status, headers, json } = await send({ params: { id: "12" } });
  expect({ status, json }).toEqual({ status: 200, json: { ok: true, value: { revision: 3 } } });
  expect(headers.get("cache-control")).toBe("no-store");
  expect(ran).toEqual([{ text: "a", id: 12 }]);
});

test("the URL says which, not the body", async () => {
  await send({ body: '{"text":"a","id":99}', params: { id: "12" } });
  expect(ran).toEqual([{ text: "a", id: 12 }]);
});

test("401 once the session is gone", async () => {
  asNobody();
  const { status, json } = await send();
  expect(status).toBe(401);
  expect(json).toEqual({
    ok: false,
    refusal: "signed-out",
    message: refusalSentence["signed-out"],
    fields: {},
  });
});

test("404 for another role, 409 for a rule, with what the service joined", async () => {
  expect(await send({ body: '{"text":"old"}' })).toMatchObject({
    status: 409,
    json: { refusal: "draft-changed", value: 4 },
  });
  await asAccount(await anAccount(prisma, { role: "activityAgent" }));
  expect(await send()).toMatchObject({ status: 404, json: { refusal: "not-found" } });
});

test.each(["https://evil.example", "null", "http://localhost:3000.evil.example"])(
  "403 from %s",
  async (origin) => {
    const answer = await send({ headers: { origin } });
    expect(answer).toMatchObject({ status: 403, json: { refusal: "wrong-origin" } });
    expect(ran).toEqual([]);
  },
);

test("403 without an origin", async () => {
  const request = new Request("http://localhost:3000/x", { method: "PUT", body: "{}" });
  expect((await save(request, { params: Promise.resolve({}) })).status).toBe(403);
});

test.each(["", "not json", "[1", "null", "3", '{"text":3}'])(
  "400 for the body %j",
  async (body) => {
    expect(await send({ body })).toMatchObject({ status: 400, json: { refusal: "invalid" } });
    expect(ran).toEqual([]);
  },
);

test("413 for two megabytes, announced or not", async () => {
  const body = JSON.stringify({ text: "a".repeat(2_000_000) });
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body));
      controller.close();
    },
  });
  const refusal = { status: 413, json: { message: refusalSentence["too-large"] } };
  expect(await send({ body })).toMatchObject(refusal);
  expect(await send({ body: stream })).toMatchObject(refusal);
  expect(await send({ headers: { "content-length": "2000000" } })).toMatchObject(refusal);
  expect(ran).toEqual([]);
});

test("500 says what to do, the log has no word of what was typed", async () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const answer = await send({ body: '{"text":"broken"}' });
  const lines = JSON.stringify(log.mock.calls);
  log.mockRestore();
  expect(answer).toMatchObject({ status: 500, json: { refusal: "unexpected" } });
  expect(lines).toContain("test-save");
  expect(lines).not.toContain("cannot store");
});

// The route that takes families' files, over what HTTP may bring.
import { asAccount, asNobody } from "@/tests/support/actors";
import { POST } from "@/app/(famille)/famille/justificatifs/envoi/route";
import { refusalSentence } from "@/lib/sentences";
import { typedDocument } from "@/tests/support/rights/document";
import { anExecutable } from "@/tests/support/storage/sent-files";
import { emptyStorage, storedKeys } from "@/tests/support/storage/stored";
import { filedRows, theDocumentedDuponts } from "@/tests/support/supporting-documents";
import { emptyTables } from "@/tests/support/database";

let fields: { familyId: number; typeId: number; about: string };

beforeEach(async () => {
  await emptyTables();
  await emptyStorage();
  const { duponts, typeId, childId } = await theDocumentedDuponts();
  fields = { familyId: duponts.family.id, typeId: typeId("ASSURANCE"), about: `enfant-${childId}` };
  await asAccount({ id: duponts.family.guardians[0]?.accountId ?? "" });
});
afterAll(emptyStorage);

const origin = "http://localhost:3000";

async function post(body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request(`${origin}/famille/justificatifs/envoi`, {
    method: "POST",
    headers: { origin, ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  const response = await POST(request, { params: Promise.resolve({}) });
  const text = await response.text();
  return {
    status: response.status,
    location: response.headers.get("location"),
    json: text
      ? (JSON.parse(text) as { refusal?: string; message?: string; value?: unknown })
      : null,
  };
}

async function expectNothing(): Promise<void> {
  const { documents, files, requests } = await filedRows();
  expect([documents, files, requests, await storedKeys()]).toEqual([[], [], [], []]);
}

test("a form with its files is received, and the same again is the same", async () => {
  const form = typedDocument(fields);
  expect(await post(form)).toMatchObject({ status: 200, json: { ok: true, value: { number: 1 } } });
  expect(await post(form)).toMatchObject({ status: 200, json: { ok: true, value: { number: 1 } } });
  expect(await storedKeys()).toHaveLength(1);
});

test("a browser without JavaScript is led to the list, or back to the form with what it sent", async () => {
  const accept = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  expect(await post(typedDocument(fields), accept)).toMatchObject({
    status: 303,
    location: "/famille/justificatifs?depot=1",
  });
  const bad = typedDocument(fields);
  bad.append("files[]", new File([anExecutable], "photo.jpg", { type: "image/jpeg" }));
  expect(await post(bad, accept)).toMatchObject({
    status: 303,
    location: `/famille/justificatifs/nouveau?erreur=file-kind&type=${fields.typeId}&pour=${fields.about}&fichier=2`,
  });
  asNobody();
  expect((await post(typedDocument(fields), accept)).location).toContain("erreur=signed-out");
});

test("a field of files that was left empty is no file", async () => {
  const part = (name: string, rest = "", value = "") =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n${value}\r\n`;
  const body = [
    ...Object.entries({ ...fields, idempotencyKey: crypto.randomUUID() }).map(([name, value]) =>
      part(name, "", String(value)),
    ),
    part("files[]", '; filename=""\r\nContent-Type: application/octet-stream'),
    "--x--\r\n",
  ].join("");
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  expect(await post(body, headers)).toMatchObject({
    status: 409,
    json: { refusal: "file-missing" },
  });
});

test("the declared type proves nothing", async () => {
  const form = typedDocument(fields);
  form.set("files[]", new File([anExecutable], "photo.jpg", { type: "image/jpeg" }));
  expect(await post(form)).toMatchObject({
    status: 409,
    json: { refusal: "file-kind", message: refusalSentence["file-kind"], value: { file: 0 } },
  });
  await expectNothing();
});

test("30 files at once: said so, none is kept", async () => {
  const form = typedDocument(fields);
  for (let i = 1; i < 30; i += 1) form.append("files[]", new File(["%PDF-"], `${i}.pdf`));
  expect(await post(form)).toMatchObject({ status: 409, json: { refusal: "too-many-files" } });
  await expectNothing();
});

test("announced too large: refused before a byte of it is read", async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: () => void (pulled += 1) }, { highWaterMark: 0 });
  const headers = {
    "content-length": "60000000",
    "content-type": "multipart/form-data; boundary=x",
  };
  expect(await post(body, headers)).toMatchObject({
    status: 413,
    json: { refusal: "upload-too-large" },
  });
  expect(pulled).toBe(0);
});

test("of somebody who is not signed in, a large sending is not read", async () => {
  asNobody();
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000));
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  expect(await post(body, headers)).toMatchObject({
    status: 401,
    json: { refusal: "signed-out" },
  });
  expect(sent).toBeLessThan(2_000_000);
});

test("not announced, or announced small: counted, and stopped at the limit", async () => {
  for (const announced of [{}, { "content-length": "10" }]) {
    let sent = 0;
    const body = new ReadableStream({
      start(controller) {
        const head = '--x\r\nContent-Disposition: form-data; name="files[]"; filename="a"\r\n\r\n';
        controller.enqueue(Buffer.from(head));
      },
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=x", ...announced };
    expect(await post(body, headers)).toMatchObject({
      status: 413,
      json: { refusal: "upload-too-large" },
    });
    expect(sent).toBeLessThan(60_000_000);
  }
  await expectNothing();
});

test.each(["cut between two bytes", "torn by the network"])(
  "a sending that is %s keeps nothing",
  async (how) => {
    const whole = new Response(typedDocument(fields));
    const type = whole.headers.get("content-type") ?? "";
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, bytes.length - 60));
        if (how.startsWith("cut")) controller.close();
        else controller.error(new Error("aborted"));
      },
    });
    expect(await post(body, { "content-type": type })).toMatchObject({
      status: 400,
      json: { refusal: "upload-broken", message: refusalSentence["upload-broken"] },
    });
    await expectNothing();
  },
);

test.each([
  ["JSON", '{"typeId":1}', "application/json"],
  ["no type", new Uint8Array([1]), ""],
  ["an address' fields", "typeId=1", "application/x-www-form-urlencoded"],
])("%s is no form with files", async (_what, body, type) => {
  expect(await post(body, { "content-type": type })).toMatchObject({
    status: 400,
    json: { refusal: "invalid" },
  });
});

test("another site's form is refused", async () => {
  const answer = await post(typedDocument(fields), { origin: "https://evil.example" });
  expect(answer).toMatchObject({ status: 403, json: { refusal: "wrong-origin" } });
  await expectNothing();
});

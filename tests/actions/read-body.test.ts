import { readForm } from "@/lib/action/form-data";
import { mostFieldBytes, readFormBody, readJsonBody } from "@/lib/action/read-body";

const most = 1_000_000;

function sent(body: BodyInit | ReadableStream, type?: string): Request {
  const init = {
    method: "POST",
    body,
    duplex: "half",
    ...(type && { headers: { "content-type": type } }),
  };
  return new Request("http://localhost:3000/x", init as RequestInit);
}

/** The same bytes, as a network may bring them. */
function inPieces(bytes: Uint8Array, length: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + length));
      at += length;
      if (at >= bytes.byteLength) controller.close();
    },
  });
}

/** What a browser makes of a form: the bytes and their type. */
async function asSent(form: FormData) {
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  return { type, bytes: new Uint8Array(await whole.arrayBuffer()) };
}

const noise = Uint8Array.from({ length: 150_000 }, (_, i) => (i * 7919) % 251);

test.each([1, 3, 64, 65_536, 1_000_000])(
  "a form is what was sent, in pieces of %i bytes",
  async (length) => {
    const form = new FormData();
    form.set("nom", 'Kovačević "dit" l’Aîné');
    form.append("pour[]", "1");
    form.append("pour[]", "2");
    form.append("files[]", new File([noise], 'é"té\r\n.pdf', { type: "application/pdf" }));
    form.append("files[]", new File([], "vide.pdf"));
    const { type, bytes } = await asSent(form);
    const body = await readFormBody(sent(inPieces(bytes, length), type), most);
    if (!body.ok) throw new Error(body.problem);
    expect(readForm(body.value)).toMatchObject({ nom: 'Kovačević "dit" l’Aîné', pour: ["1", "2"] });
    const [file, empty] = body.value.getAll("files[]") as File[];
    expect([file?.name, file?.type, empty?.size]).toEqual(['é"té\r\n.pdf', "application/pdf", 0]);
    expect(Buffer.compare(new Uint8Array((await file?.arrayBuffer()) ?? []), noise)).toBe(0);
  },
);

test("fields that hold more than any of ours, or are more than any of ours: too large", async () => {
  const long = new FormData();
  for (let i = 0; i < 3; i += 1) long.append("reason", "x".repeat(mostFieldBytes / 2));
  const many = new FormData();
  for (let i = 0; i < 201; i += 1) many.append(`f${i}`, "");
  for (const form of [long, many]) {
    const { type, bytes } = await asSent(form);
    expect(await readFormBody(sent(bytes, type), most)).toEqual({
      ok: false,
      problem: "too-large",
    });
  }
});

test.each([
  "--x\r\n",
  "--x",
  "",
  "--x--",
  "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\xff\xfe",
  "--y\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--y--",
  `--x\r\n${"a".repeat(10_000)}`,
])("what is no form is told: %j", async (text) => {
  const body = await readFormBody(
    sent(Buffer.from(text, "latin1"), "multipart/form-data; boundary=x"),
    most,
  );
  if (text === "--x--") expect(body.ok && [...body.value]).toEqual([]);
  else expect(body).toEqual({ ok: false, problem: "broken" });
});

test("who sends nothing more is left after twenty seconds, however little came before", async () => {
  jest.useFakeTimers();
  const cancelled = jest.fn();
  const silent = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array([0x7b])),
    cancel: cancelled,
  });
  const reading = readJsonBody(sent(silent), most);
  await jest.advanceTimersByTimeAsync(19_000);
  expect(cancelled).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(2_000);
  jest.useRealTimers();
  expect(await reading).toMatchObject({ ok: false });
  expect(cancelled).toHaveBeenCalled();
});

import "server-only";

/** Why a body could not be read: too large, not what was expected, or it stopped on its way. */
export type BodyProblem = "too-large" | "invalid" | "broken";

export type Body<V> = { ok: true; value: V } | { ok: false; problem: BodyProblem };

/** The body's JSON, of so many bytes at most: counted, whatever the headers say. */
export async function readJsonBody(request: Request, mostBytes: number): Promise<Body<unknown>> {
  return readBody(request, mostBytes, async (body) => {
    const text = await body.text();
    try {
      return { ok: true, value: JSON.parse(text) as unknown };
    } catch {
      return { ok: false, problem: "invalid" };
    }
  });
}

/** The fields and files of a form, of so many bytes at most: counted, whatever the headers say. */
export async function readFormBody(request: Request, mostBytes: number): Promise<Body<FormData>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) return { ok: false, problem: "invalid" };
  return readBody(request, mostBytes, async (body) => ({ ok: true, value: await body.formData() }));
}

/** Refuses by what the headers announce before a byte is read, then by what is counted. */
async function readBody<V>(
  request: Request,
  mostBytes: number,
  parse: (body: Response) => Promise<Body<V>>,
): Promise<Body<V>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > mostBytes) return { ok: false, problem: "too-large" };
  const count = countUpTo(mostBytes);
  const type = request.headers.get("content-type");
  const body = new Response(request.body?.pipeThrough(count.stream) ?? null, {
    headers: type === null ? {} : { "content-type": type },
  });
  try {
    return await parse(body);
  } catch {
    if (count.bytes() > mostBytes) return { ok: false, problem: "too-large" };
    return { ok: false, problem: "broken" };
  }
}

function countUpTo(mostBytes: number) {
  let bytes = 0;
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) controller.error(new Error("The body is too large"));
      else controller.enqueue(chunk);
    },
  });
  return { stream, bytes: () => bytes };
}

import "server-only";
import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseMultipartStream,
} from "@remix-run/multipart-parser";
import { inBlocks } from "./in-blocks";

/** Why a body could not be read: too large, not what was expected, or it stopped on its way. */
export type BodyProblem = "too-large" | "invalid" | "broken";

export type Body<V> = { ok: true; value: V } | { ok: false; problem: BodyProblem };

/** What the fields of a form hold together, its files apart: no text of ours is as long. */
export const mostFieldBytes = 100_000;

/** More than any form of ours has, the files included. */
const mostParts = 200;

/** The body's JSON, of so many bytes at most: counted, whatever the headers say. */
export async function readJsonBody(request: Request, mostBytes: number): Promise<Body<unknown>> {
  return readBody(request, mostBytes, async (stream) => {
    const text = await new Response(stream).text();
    try {
      return { ok: true, value: JSON.parse(text) as unknown };
    } catch {
      return { ok: false, problem: "invalid" };
    }
  });
}

/**
 * The fields and files of a form, of so many bytes at most: counted, whatever the headers say. Taken
 * apart as it comes: a form of 50 MB read whole and then taken apart held up everybody for a second, and
 * one of 800,000 fields for four.
 */
export async function readFormBody(request: Request, mostBytes: number): Promise<Body<FormData>> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    type,
  );
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return { ok: false, problem: "invalid" };
  return readBody(request, mostBytes, async (stream) => {
    const options = {
      boundary: mark,
      maxParts: mostParts,
      maxFileSize: mostBytes,
      maxTotalSize: mostBytes,
    };
    const form = new FormData();
    let fieldBytes = 0;
    for await (const part of parseMultipartStream(stream, options)) {
      const name = unescaped(part.name ?? "");
      if (part.filename === undefined) {
        fieldBytes += part.size;
        if (fieldBytes > mostFieldBytes) return { ok: false, problem: "too-large" };
        form.append(name, part.text);
      } else {
        const content = part.content as Uint8Array<ArrayBuffer>[];
        form.append(
          name,
          new File(content, unescaped(part.filename), { type: part.mediaType ?? "" }),
        );
      }
    }
    return { ok: true, value: form };
  });
}

/** Names as browsers write them there (WHATWG, "multipart/form-data"). */
function unescaped(name: string): string {
  return name.replace(/%22|%0D|%0A/gi, decodeURIComponent);
}

/** Refuses by what the headers announce before a byte is read, then by what is counted. */
async function readBody<V>(
  request: Request,
  mostBytes: number,
  parse: (body: ReadableStream<Uint8Array<ArrayBuffer>>) => Promise<Body<V>>,
): Promise<Body<V>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > mostBytes) return { ok: false, problem: "too-large" };
  const blocks = inBlocks(request.body, mostBytes);
  try {
    return await parse(blocks.stream);
  } catch (error) {
    if (blocks.isTooLarge() || isOurLimit(error)) return { ok: false, problem: "too-large" };
    return { ok: false, problem: "broken" };
  } finally {
    await blocks.end();
  }
}

function isOurLimit(error: unknown): boolean {
  return (
    error instanceof MaxPartsExceededError ||
    error instanceof MaxFileSizeExceededError ||
    error instanceof MaxTotalSizeExceededError
  );
}

import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { parseDataKeys, type DataKey } from "@/lib/data-keys";
import { env } from "@/lib/env";

const algorithm = "aes-256-gcm";
/** Format, length of the key's id, the id, nonce, tag, ciphertext. */
const format = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Thrown where a sealed content does not open: changed, of another context, or its key is gone. */
export class SealError extends Error {
  override readonly name = "SealError";
}

let parsed: { text: string; keys: readonly [DataKey, ...DataKey[]] } | undefined;

function dataKeys(): readonly [DataKey, ...DataKey[]] {
  const text = env.DATA_KEYS;
  if (parsed?.text === text) return parsed.keys;
  const keys = parseDataKeys(text);
  if (!keys) throw new SealError("DATA_KEYS is no list of keys");
  parsed = { text, keys };
  return keys;
}

/**
 * Encrypts and authenticates, with the first key of DATA_KEYS. `context` says what the content is
 * ("file:<id>"): it opens with the same words only, so that nobody can put one content in another's
 * place.
 */
export function seal(plain: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  return sealWith(dataKeys()[0], plain, context);
}

/** What was sealed for this context, by any key of DATA_KEYS. Throws a SealError otherwise. */
export function unseal(sealed: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  return unsealWith(dataKeys(), sealed, context);
}

/** `seal`, with a key of the caller's. */
export function sealWith(
  key: DataKey,
  plain: Uint8Array,
  context: string,
): Uint8Array<ArrayBuffer> {
  const id = Buffer.from(key.id, "ascii");
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key.secret, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return plainArray(
    Buffer.concat([Buffer.from([format, id.length]), id, nonce, cipher.getAuthTag(), body]),
  );
}

/** `unseal`, with keys of the caller's. */
export function unsealWith(
  keys: readonly DataKey[],
  sealed: Uint8Array,
  context: string,
): Uint8Array<ArrayBuffer> {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const nonceAt = 2 + (all[1] ?? 0);
  const bodyAt = nonceAt + nonceBytes + tagBytes;
  if (all[0] !== format || all.length < bodyAt) throw new SealError("Not a sealed content");
  const id = all.toString("ascii", 2, nonceAt);
  const key = keys.find((one) => one.id === id);
  if (!key) throw new SealError("The key of a sealed content is not in DATA_KEYS");
  const nonce = all.subarray(nonceAt, nonceAt + nonceBytes);
  const decipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(all.subarray(nonceAt + nonceBytes, bodyAt));
  try {
    return plainArray(Buffer.concat([decipher.update(all.subarray(bodyAt)), decipher.final()]));
  } catch {
    throw new SealError("A sealed content was changed, or is of another context");
  }
}

/** Prisma and the web's own types take arrays of bytes that share no memory. */
function plainArray(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

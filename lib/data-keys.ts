import "server-only";

/** A key of what is sealed; its id stands in clear in each sealed content. */
export interface DataKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

const entry = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)$/;

/** The keys of DATA_KEYS, the one that seals first; null where the text is not a list of them. */
export function parseDataKeys(text: string): readonly [DataKey, ...DataKey[]] | null {
  const keys = text.split(",").map((part) => {
    const [, id, secret] = entry.exec(part.trim()) ?? [];
    return id && secret ? { id, secret: Buffer.from(secret, "base64") } : null;
  });
  const known = keys.filter((key) => key !== null);
  const [first, ...others] = known;
  const ids = new Set(known.map(({ id }) => id));
  if (!first || known.length !== keys.length || ids.size !== keys.length) return null;
  return [first, ...others];
}

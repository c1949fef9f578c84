import "server-only";

/** What the storage holds: a key, and since when. */
export interface StoredObject {
  readonly key: string;
  readonly storedAt: Date;
}

/** Where sealed files are kept. A key is a UUID; nothing else can be named. */
export interface Storage {
  /** Whole or not at all; an object of that key is replaced. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** Null where there is none. */
  get(key: string): Promise<Uint8Array | null>;
  /** Nothing happens where there is none. */
  delete(key: string): Promise<void>;
  list(): Promise<StoredObject[]>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this may name an object: no path, no other file of the folder or of the bucket. */
export function isStorageKey(text: string): boolean {
  return uuid.test(text);
}

/** The key itself; throws where it is none. */
export function storageKey(text: string): string {
  if (!isStorageKey(text)) throw new Error("An object of the storage is named by a UUID");
  return text;
}

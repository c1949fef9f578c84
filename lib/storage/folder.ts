import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isStorageKey, storageKey, type Storage, type StoredObject } from "./storage";

/** Files of a folder of this machine: for a server with a disk of its own, the demo and the tests. */
export function folderStorage(folder: string): Storage {
  const fileOf = (key: string) => path.join(/*turbopackIgnore: true*/ folder, storageKey(key));
  return {
    async put(key, content) {
      const file = fileOf(key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(file, `${file}.${randomUUID()}.part`, content);
    },
    get: (key) => orNull(readFile(fileOf(key))),
    delete: (key) => rm(fileOf(key), { force: true }),
    async list() {
      const names = (await orNull(readdir(folder))) ?? [];
      const found = await Promise.all(
        names.filter(isStorageKey).map((name) => entryOf(folder, name)),
      );
      return found.filter((object) => object !== null);
    },
  };
}

/** Under another name first: whoever reads finds all of it or nothing, even after a power cut. */
async function writeWhole(file: string, part: string, content: Uint8Array): Promise<void> {
  try {
    const handle = await open(part, "wx", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Null where it was deleted meanwhile. */
async function entryOf(folder: string, name: string): Promise<StoredObject | null> {
  const its = await orNull(stat(path.join(/*turbopackIgnore: true*/ folder, name)));
  return its && { key: name, storedAt: its.mtime };
}

async function orNull<V>(work: Promise<V>): Promise<V | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

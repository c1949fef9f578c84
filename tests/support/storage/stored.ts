import { rm } from "node:fs/promises";
import { env } from "@/lib/env";
import { openStorage } from "@/lib/storage/open-storage";

/** The storage of the tests holds nothing from now on. */
export async function emptyStorage(): Promise<void> {
  await rm(env.STORAGE_FOLDER ?? "", { recursive: true, force: true });
}

/** The keys that the storage holds, sorted. */
export async function storedKeys(): Promise<string[]> {
  return (await openStorage().list()).map(({ key }) => key).sort();
}

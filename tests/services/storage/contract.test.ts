// The same promises of both storages.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { folderStorage } from "@/lib/storage/folder";
import { s3Storage } from "@/lib/storage/s3";
import type { Storage } from "@/lib/storage/storage";
import { startS3, type LocalS3 } from "@/tests/support/storage/s3-server";

let folder: string;
let s3: LocalS3;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "preau-storage-"));
  s3 = await startS3("any");
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

const storages: [string, () => Storage][] = [
  ["a folder that does not exist yet", () => folderStorage(path.join(folder, "files"))],
  ["a bucket", () => s3Storage(s3.settings)],
];

describe.each(storages)("%s", (_what, open) => {
  test("is empty at first", async () => expect(await open().list()).toEqual([]));

  test("gives back what was put, byte for byte, and lists it with its date", async () => {
    const before = Date.now() - 5_000;
    const storage = open();
    const [small, large] = [randomUUID(), randomUUID()];
    const bytes = { [small]: Buffer.from([0, 255, 10, 13]), [large]: randomBytes(12_000_000) };
    for (const [key, content] of Object.entries(bytes)) await storage.put(key, content);
    for (const [key, content] of Object.entries(bytes))
      expect(Buffer.compare(Buffer.from((await storage.get(key)) ?? []), content)).toBe(0);
    const listed = await storage.list();
    expect(listed.map(({ key }) => key).sort()).toEqual([small, large].sort());
    for (const { storedAt } of listed) {
      expect(storedAt.getTime()).toBeGreaterThan(before);
      expect(storedAt.getTime()).toBeLessThan(Date.now() + 5_000);
    }
    for (const key of Object.keys(bytes)) await storage.delete(key);
    expect(await storage.list()).toEqual([]);
  });

  test("replaces, deletes twice without a word, and has nothing of an unknown key", async () => {
    const storage = open();
    const key = randomUUID();
    await storage.put(key, Buffer.from("un"));
    await storage.put(key, Buffer.from("deux"));
    expect(Buffer.from((await storage.get(key)) ?? []).toString()).toBe("deux");
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.get(key)).toBeNull();
  });

  test.each(["../etc/passwd", "a/b", "", "x", `${randomUUID()}.part`])(
    "has no object named %j",
    async (key) => {
      const storage = open();
      const acts: (() => Promise<unknown>)[] = [
        () => storage.put(key, Buffer.from("x")),
        () => storage.get(key),
        () => storage.delete(key),
      ];
      for (const act of acts) await expect(Promise.resolve().then(act)).rejects.toThrow(/UUID/);
    },
  );
});

test("a folder never shows half a file, nor what is not ours", async () => {
  const place = path.join(folder, "others");
  const storage = folderStorage(place);
  await storage.put(randomUUID(), Buffer.from("x"));
  await writeFile(path.join(place, `${randomUUID()}.part`), "half");
  await writeFile(path.join(place, ".gitkeep"), "");
  expect(await storage.list()).toHaveLength(1);
  const blocked = randomUUID();
  await writeFile(path.join(folder, "file"), "");
  await expect(
    folderStorage(path.join(folder, "file")).put(blocked, Buffer.from("x")),
  ).rejects.toThrow();
  expect((await readdir(place)).filter((name) => name.includes(blocked))).toEqual([]);
});

test("a bucket checks who writes, reads and deletes", async () => {
  const strict = await startS3("checked");
  const key = randomUUID();
  const [ours, forged] = [strict.settings, { ...strict.settings, secretAccessKey: "other" }];
  await s3Storage(ours).put(key, Buffer.from("x"));
  for (const act of [
    () => s3Storage(forged).get(key),
    () => s3Storage(forged).put(key, Buffer.from("y")),
    () => s3Storage(forged).delete(key),
  ])
    await expect(act()).rejects.toThrow(/SignatureDoesNotMatch/);
  expect(Buffer.from((await s3Storage(ours).get(key)) ?? []).toString()).toBe("x");
  await s3Storage(ours).delete(key);
  await expect(
    s3Storage({ ...ours, bucket: "elsewhere" }).put(key, Buffer.from("x")),
  ).rejects.toThrow();
  await strict.stop();
  await expect(s3Storage(ours).put(key, Buffer.from("x"))).rejects.toThrow();
});

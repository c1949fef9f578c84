import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "@20minutes/s3rver";
import type { S3Settings } from "@/lib/storage/s3";

export interface LocalS3 {
  readonly settings: S3Settings;
  stop(): Promise<void>;
}

/**
 * A real S3 server of this machine, with an empty bucket. It checks the signatures of objects; that of
 * a listing it works out without the slash that ends the bucket's path, which no client leaves out:
 * `signatures: "any"` lets those pass.
 */
export async function startS3(signatures: "checked" | "any"): Promise<LocalS3> {
  const directory = await mkdtemp(path.join(tmpdir(), "preau-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    allowMismatchedSignatures: signatures === "any",
    configureBuckets: [{ name: "preau" }],
  });
  const { port } = await server.run();
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: "fr-par",
      bucket: "preau",
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

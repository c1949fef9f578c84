import "server-only";
import { S3mini } from "s3mini";
import { isStorageKey, storageKey, type Storage } from "./storage";

export interface S3Settings {
  /** The service's address, without the bucket: "https://s3.fr-par.scw.cloud". */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** An object service that speaks Amazon S3's protocol answers within this, or the act fails. */
const patienceMs = 20_000;

/** A bucket of an object service (Scaleway, OVHcloud, Garage, MinIO…), addressed by its path. */
export function s3Storage({ endpoint, bucket, ...settings }: S3Settings): Storage {
  const client = new S3mini({
    ...settings,
    endpoint: `${endpoint.replace(/\/+$/, "")}/${bucket}`,
    requestAbortTimeout: patienceMs,
  });
  return {
    async put(key, content) {
      await client.putObject(storageKey(key), content, "application/octet-stream");
    },
    async get(key) {
      const content = await client.getObjectArrayBuffer(storageKey(key));
      return content && new Uint8Array(content);
    },
    async delete(key) {
      await client.deleteObject(storageKey(key));
    },
    async list() {
      const objects = await client.listObjects();
      if (objects === null) throw new Error("The bucket of S3_BUCKET does not exist");
      return objects
        .filter(({ Key }) => isStorageKey(Key))
        .map(({ Key, LastModified }) => ({ key: Key, storedAt: new Date(LastModified) }));
    },
  };
}

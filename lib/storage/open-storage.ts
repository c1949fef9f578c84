import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { folderStorage } from "./folder";
import { s3Storage } from "./s3";
import type { Storage } from "./storage";

let opened: Storage | undefined;

/** The deployment's storage: the bucket of S3_…, else the folder of STORAGE_FOLDER. */
export function openStorage(): Storage {
  return (opened ??= bucket() ?? folder());
}

function bucket(): Storage | null {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  // lib/env.ts takes all of them or none.
  if (!S3_ENDPOINT || !S3_REGION || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    return null;
  return s3Storage({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

function folder(): Storage {
  if (!env.STORAGE_FOLDER) throw new Error("No storage: STORAGE_FOLDER and S3_… are both empty");
  return folderStorage(path.resolve(/*turbopackIgnore: true*/ env.STORAGE_FOLDER));
}

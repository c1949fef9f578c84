import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { at, root } from "./paths.mjs";

/**
 * What `next build` reads. Left out: lib/generated, made from prisma/schema, and the notes that a check of
 * types leaves in tsconfig.tsbuildinfo.
 */
const built = ["app", "components", "lib", "public", "town", "prisma/schema"];
const builtAtRoot =
  /^(town|proxy|instrumentation.*|(next|tailwind|postcss)\.config|tsconfig|package-lock)\.(?!tsbuildinfo$)\w+$/;
/** What the demo town is made of, besides. */
const seeded = ["prisma", "tests/support/builders"];

/** Changes when the next build would come out otherwise. */
export const buildFingerprint = () => fingerprint([...built, ...rootFiles()]);

/** Changes when the seeded demo database would come out otherwise. */
export const seedFingerprint = () => fingerprint([...seeded, "lib", ...rootFiles()]);

/** Changes with the committed migrations. */
export const migrationsFingerprint = () => fingerprint(["prisma/migrations"]);

const rootFiles = () => readdirSync(root).filter((name) => builtAtRoot.test(name));

function fingerprint(places) {
  const hash = createHash("sha256").update(process.version);
  for (const file of places.flatMap(filesUnder).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(at(file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(place) {
  if (!existsSync(at(place)) || place === path.join("lib", "generated")) return [];
  if (statSync(at(place)).isFile()) return [place];
  return readdirSync(at(place)).flatMap((name) => filesUnder(path.join(place, name)));
}

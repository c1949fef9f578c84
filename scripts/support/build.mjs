import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { at, commandFile } from "./paths.mjs";
import { runNode } from "./processes.mjs";
import { say } from "./say.mjs";
import { buildFingerprint } from "./sources.mjs";

const stamp = at(".next", ".sources");

/** Builds the portal, unless what stands in .next was built from these very sources. */
export async function ensureBuilt() {
  const wanted = buildFingerprint();
  const built = existsSync(at(".next", "BUILD_ID")) && existsSync(stamp);
  if (built && readFileSync(stamp, "utf8") === wanted) return;
  say("Building the portal (next build)");
  await build();
  writeFileSync(stamp, wanted);
}

/** `next build`. One build serves every mode and every database: nothing of them is in it. */
export async function build() {
  rmSync(stamp, { force: true });
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  await runNode([commandFile("next"), "build"], { env });
}

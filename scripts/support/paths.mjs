import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** An absolute path inside the repository. */
export const at = (...parts) => path.join(root, ...parts);

/**
 * The JavaScript file behind a package's command, to be run with this very Node: no shell, no
 * `.cmd` on Windows, and signals reach the tool itself.
 */
export function commandFile(packageName, command = packageName) {
  const { bin } = JSON.parse(readFileSync(at("node_modules", packageName, "package.json"), "utf8"));
  return at("node_modules", packageName, typeof bin === "string" ? bin : bin[command]);
}

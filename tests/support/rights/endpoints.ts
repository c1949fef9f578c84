// Every action and writing route of the portal, called as a page or a browser calls them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { registeredActions } from "@/lib/action";
import { registeredRoutes } from "@/lib/route";

/** Loads what registers itself: call it once, before anything is asked of the two lists. */
export async function loadEndpoints(): Promise<void> {
  for (const file of endpointFiles("app")) await import(`@/${file}`);
}

/** The files that may hold an action or a writing route. */
function endpointFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "auth" ? [] : endpointFiles(path);
    return /^(actions|route)\.tsx?$/.test(entry.name) ? [path.replace(/\.tsx?$/, "")] : [];
  });
}

/** Whether it writes for the family that is sent with it. */
export function isOfFamily(name: string): boolean {
  return (registeredActions.get(name) ?? registeredRoutes.get(name))?.isOfFamily === true;
}

/** What a form sends, with the home that it was drawn for; null: it does not say. */
export function forHome(input: unknown, familyId: number | null): unknown {
  if (familyId === null) return input;
  if (!(input instanceof FormData)) return { ...(input as object), familyId };
  input.set("familyId", String(familyId));
  return input;
}

/** What was answered: "done", or the refusal's code. */
export async function call(name: string, input: unknown): Promise<string> {
  const action = registeredActions.get(name);
  const answer = action ? action.call(input) : callRoute(name, input);
  return answer.then(
    (outcome) => (outcome.ok ? "done" : outcome.refusal),
    (thrown: { digest?: string }) => {
      if (thrown.digest?.startsWith("NEXT_REDIRECT")) return "done";
      throw thrown;
    },
  );
}

async function callRoute(name: string, input: unknown) {
  const route = registeredRoutes.get(name);
  if (!route) throw new Error(`No action and no route is named ${name}`);
  const request = new Request("http://localhost:3000/x", {
    method: "PUT",
    headers: { origin: "http://localhost:3000" },
    body: input instanceof FormData ? input : JSON.stringify(input),
  });
  const response = await route.handle(request, { params: Promise.resolve({}) });
  return (await response.json()) as { ok: true } | { ok: false; refusal: string };
}

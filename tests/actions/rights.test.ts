import "@/tests/support/midyear-clock";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { everybody, everythingOf, theWorld, type World } from "@/tests/support/rights/world";
import { openToAnyone, rightsCases } from "@/tests/support/rights/cases";
import { registeredActions } from "@/lib/action";
import { registeredRoutes } from "@/lib/route";
import { emptyTables } from "@/tests/support/database";

/** What was answered: "done", or the refusal's code. */
type Answer = string;

beforeAll(async () => {
  for (const file of endpointFiles("app")) await import(`@/${file}`);
});

beforeEach(async () => {
  await emptyTables();
});

/** The files that may hold an action or a writing route. */
function endpointFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "auth" ? [] : endpointFiles(path);
    return /^(actions|route)\.tsx?$/.test(entry.name) ? [path.replace(/\.tsx?$/, "")] : [];
  });
}

async function call(name: string, input: unknown): Promise<Answer> {
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

const registered = () => [...registeredActions.keys(), ...registeredRoutes.keys()].sort();

test("every action and every writing route has its case, and no case is left over", () => {
  expect(Object.keys(rightsCases).concat(openToAnyone).sort()).toEqual(registered());
});

describe.each(Object.entries(rightsCases))("%s", (name, { sends, may }) => {
  const others = everybody.filter((person) => !may.includes(person));

  test(`is refused to ${others.join(", ")}`, async () => {
    const world = await theWorld();
    for (const person of others) expect(await whatComesOf(world, name, person, sends)).toBe("kept");
  });

  test.each(may)("is there for %s", async (person) => {
    const world = await theWorld();
    await world.as(person);
    const answer = await call(name, sends(world));
    expect(["signed-out", "not-found", "invalid"]).not.toContain(answer);
  });
});

/** "kept" where nothing of the family and of the town has moved, and the wrong role was told so. */
async function whatComesOf(
  world: World,
  name: string,
  person: (typeof everybody)[number],
  sends: (world: World) => unknown,
): Promise<string> {
  const before = await everythingOf(world);
  await world.as(person);
  const answer = await call(name, sends(world));
  if (person === "nobody" && answer !== "signed-out") return `${person} was answered ${answer}`;
  const role = (registeredActions.get(name) ?? registeredRoutes.get(name))?.role;
  const isAgent = person.startsWith("agent") || person === "administrator";
  const wrongRole = role === "guardian" ? isAgent : !isAgent && person !== "nobody";
  if (wrongRole && answer !== "not-found") return `${person} was answered ${answer}`;
  return (await everythingOf(world)) === before ? "kept" : `${person} changed something`;
}

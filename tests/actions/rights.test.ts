import "@/tests/support/midyear-clock";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { roleMay, sideOf } from "@/lib/domain/access";
import { everythingOf, movedTables } from "@/tests/support/rights/everything";
import { everybody, roleOf, theWorld, type Person, type World } from "@/tests/support/rights/world";
import { personsWith, type RightsCase } from "@/tests/support/rights/rights-case";
import type { Registered } from "@/lib/action/write";
import { openToAnyone, rightsCases } from "@/tests/support/rights/cases";
import { registeredActions } from "@/lib/action";
import { registeredRoutes } from "@/lib/route";
import { bringRowsBack, keepRows } from "@/tests/support/database";

/** What was answered: "done", or the refusal's code. */
type Answer = string;

beforeAll(async () => {
  for (const file of endpointFiles("app")) await import(`@/${file}`);
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

test("every action of agents asks for a permission of the list, and no other has one", () => {
  for (const name of Object.keys(rightsCases)) {
    const { role, permission } = definitionOf(name);
    expect([name, permission !== null]).toEqual([name, role === "agent"]);
    expect([name, rightsCases[name]?.may === undefined]).toEqual([name, role === "agent"]);
  }
});

function definitionOf(name: string): Registered {
  const found = registeredActions.get(name) ?? registeredRoutes.get(name);
  if (!found) throw new Error(`No action and no route is named ${name}`);
  return found;
}

/** Guardians as the case says, agents as the permission does: the matrix of all roles. */
function whoMay(name: string, { may }: RightsCase): readonly Person[] {
  const { permission } = definitionOf(name);
  return may ?? (permission === null ? [] : personsWith(permission));
}

let world: World;

// Built once: where something has moved, its rows are brought back.
beforeAll(async () => {
  world = await theWorld();
  await keepRows();
});

describe("is refused to everybody else, and nothing moves", () => {
  test.each(Object.entries(rightsCases))("%s", async (name, its) => {
    const before = await everythingOf(world.duponts.family.id);
    const may = whoMay(name, its);
    const others = everybody.filter((one) => !may.includes(one));
    const answers: string[] = [];
    for (const person of others) answers.push(await whatComesOf(name, person, { ...its, before }));
    if (answers.some((answer) => answer !== "kept")) await bringRowsBack();
    expect(answers).toEqual(others.map(() => "kept"));
  });
});

describe("is there for those who may", () => {
  test.each(Object.entries(rightsCases))("%s", async (name, its) => {
    const may = whoMay(name, its);
    expect(may).not.toEqual([]);
    for (const person of may) {
      await bringRowsBack();
      await world.as(person);
      const answer = await call(name, its.sends(world));
      expect([person, "signed-out", "not-found", "invalid"]).not.toContain(answer);
    }
  });
});

/** "kept" where nothing of the family and of the town has moved, and the wrong role was told so. */
async function whatComesOf(
  name: string,
  person: Person,
  { sends, before }: RightsCase & { before: Awaited<ReturnType<typeof everythingOf>> },
): Promise<string> {
  await world.as(person);
  const answer = await call(name, sends(world));
  if (person === "nobody")
    return answer === "signed-out" ? "kept" : `${person} was answered ${answer}`;
  const { role, permission } = definitionOf(name);
  const isWrong =
    sideOf(roleOf[person]) !== role ||
    (permission !== null && !roleMay(roleOf[person], permission));
  if (isWrong && answer !== "not-found") return `${person} was answered ${answer}`;
  const moved = movedTables(before, await everythingOf(world.duponts.family.id));
  return moved.length === 0 ? "kept" : `${person} changed ${moved.join(", ")}`;
}

import "@/tests/support/midyear-clock";
import { roleMay, sideOf } from "@/lib/domain/access";
import { everythingOf, movedTables } from "@/tests/support/rights/everything";
import { everybody, roleOf, theWorld, type Person, type World } from "@/tests/support/rights/world";
import { personsWith, type RightsCase } from "@/tests/support/rights/rights-case";
import type { Registered } from "@/lib/action/write";
import { call, forHome, isOfFamily, loadEndpoints } from "@/tests/support/rights/endpoints";
import { openToAnyone, rightsCases } from "@/tests/support/rights/cases";
import { registeredActions } from "@/lib/action";
import { registeredRoutes } from "@/lib/route";
import { bringRowsBack, hasWritten, keepRows } from "@/tests/support/database";

beforeAll(async () => {
  await loadEndpoints();
});

const registered = () => [...registeredActions.keys(), ...registeredRoutes.keys()].sort();

test("whatever a guardian writes is for the family that the form names", () => {
  const ofGuardians = registered().filter((name) => definitionOf(name).role === "guardian");
  // The one that says which family is shown: its form names it too, and that is all it asks.
  expect(ofGuardians.filter((name) => !isOfFamily(name))).toEqual(["switch-family"]);
});

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
let asBuilt: Awaited<ReturnType<typeof everythingOf>>;

// Built once: where something was written, its rows are brought back.
beforeAll(async () => {
  world = await theWorld();
  asBuilt = await everythingOf(world.duponts.family.id);
  await keepRows();
});

describe("is refused to everybody else, and nothing moves", () => {
  test.each(Object.entries(rightsCases))("%s", async (name, its) => {
    const may = whoMay(name, its);
    const others = everybody.filter((one) => !may.includes(one));
    const answers: string[] = [];
    for (const person of others) answers.push(await whatComesOf(name, person, its));
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
      const answer = await call(name, sent(name, person, its.sends));
      expect([person, "signed-out", "not-found", "invalid"]).not.toContain(answer);
    }
  });
});

/** Each of them sends a form of the own home, with the ids of another. */
function sent(name: string, person: Person, sends: RightsCase["sends"]): unknown {
  const home = world.homes.get(person) ?? world.duponts.family.id;
  return isOfFamily(name) ? forHome(sends(world), home) : sends(world);
}

/** "kept" where nothing of the family and of the town has moved, and the wrong role was told so. */
async function whatComesOf(name: string, person: Person, { sends }: RightsCase): Promise<string> {
  await bringRowsBack();
  await world.as(person);
  const answer = await call(name, sent(name, person, sends));
  if (person === "nobody")
    return answer === "signed-out" ? "kept" : `${person} was answered ${answer}`;
  const { role, permission } = definitionOf(name);
  const isWrong =
    sideOf(roleOf[person]) !== role ||
    (permission !== null && !roleMay(roleOf[person], permission));
  if (isWrong && answer !== "not-found") return `${person} was answered ${answer}`;
  if (!(await hasWritten())) return "kept";
  const moved = movedTables(asBuilt, await everythingOf(world.duponts.family.id));
  return moved.length === 0 ? "kept" : `${person} changed ${moved.join(", ")}`;
}

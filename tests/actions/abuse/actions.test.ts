import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { bringRowsBack, keepRows } from "@/tests/support/database";
import { hostileValues, replaced } from "@/tests/support/abuse/hostile-values";
import { rightsCases } from "@/tests/support/rights/cases";
import { call, forHome, isOfFamily, loadEndpoints } from "@/tests/support/rights/endpoints";
import { everythingOf, movedTables } from "@/tests/support/rights/everything";
import { personsWith, type RightsCase } from "@/tests/support/rights/rights-case";
import { theWorld, type Person, type World } from "@/tests/support/rights/world";
import { registeredActions } from "@/lib/action";
import { registeredRoutes } from "@/lib/route";

// Every action and writing route × every place of what it is sent × what no form sends: whoever may send it is
// answered in plain words, and who may not moves nothing. An `unexpected` is a fault of ours.

let world: World;
let asBuilt: Awaited<ReturnType<typeof everythingOf>>;

beforeAll(async () => {
  await loadEndpoints();
  world = await theWorld();
  asBuilt = await everythingOf(world.duponts.family.id);
  await keepRows();
});

describe("whoever may send it is never answered with a failure of ours", () => {
  test.each(Object.entries(rightsCases))("%s", async (name, its) => {
    const person = whoMay(name, its);
    await bringRowsBack();
    await world.as(person);
    const home = world.homes.get(person) ?? world.duponts.family.id;
    expect(await failuresOf(name, home, everyValue(its))).toEqual([]);
  });
});

describe("a stranger who sends it for the own home moves nothing of the family's", () => {
  test.each(Object.entries(rightsCases))("%s", async (name, its) => {
    await bringRowsBack();
    await world.as("stranger");
    await failuresOf(name, world.homes.get("stranger") ?? 0, oneValueAPlace(its));
    const after = await everythingOf(world.duponts.family.id);
    const mayMove = ownTraces(name);
    expect(movedTables(asBuilt, after).filter((table) => !mayMove.includes(table))).toEqual([]);
  });
});

/** What a stranger may leave of the own account: sessions that end and wrong passwords are in its journal. */
const leavesSignInEvents: readonly string[] = [
  "account.end-others",
  "account.change-password",
  "account.begin-factor",
  "account.remove-factor",
  "account.prove-factor",
];

const ownTraces = (name: string) => (leavesSignInEvents.includes(name) ? ["SignInEvent"] : []);

function whoMay(name: string, { may }: RightsCase): Person {
  const permission =
    (registeredActions.get(name) ?? registeredRoutes.get(name))?.permission ?? null;
  const [first] = may ?? (permission === null ? [] : personsWith(permission));
  if (!first) throw new Error(`Nobody may send ${name}`);
  return first;
}

/** What is sent, with where and what was replaced. */
type Sent = readonly [path: string, kind: string, input: unknown];

/** Each hostile value in each place. */
function* everyValue({ sends }: RightsCase): Generator<Sent> {
  for (const [kind, value] of hostileValues)
    for (const [path, input] of replaced(sends(world), value)) yield [path, kind, input];
}

/** One hostile value in each place, each in its turn: what is refused to a stranger does not hang on which. */
function* oneValueAPlace({ sends }: RightsCase): Generator<Sent> {
  const places = [...replaced(sends(world), null)].map(([path]) => path);
  for (const [at, place] of places.entries()) {
    const [kind, value] = hostileValues[at % hostileValues.length] ?? ["null", null];
    for (const [path, input] of replaced(sends(world), value))
      if (path === place) yield [path, kind, input];
  }
}

/** Where a hostile value was answered with `unexpected`, or thrown at. */
async function failuresOf(name: string, home: number, sent: Iterable<Sent>): Promise<string[]> {
  const silenced = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const failures: string[] = [];
  for (const [path, kind, input] of sent) {
    const named = isOfFamily(name) && path !== "" ? forHome(input, home) : input;
    const answer = await call(name, named).catch((thrown: unknown) => String(thrown));
    if (!/^[a-z-]+$/.test(answer) || answer === "unexpected")
      failures.push(`${path}: ${kind}: ${answer}: ${silenced.mock.calls.at(-1)?.join(" ") ?? ""}`);
  }
  silenced.mockRestore();
  return failures;
}

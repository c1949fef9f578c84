// A parent of two homes, in two tabs: the form of the one, while the session shows the other.
import "@/tests/support/midyear-clock";
import { asAccount } from "@/tests/support/actors";
import { call, forHome, isOfFamily, loadEndpoints } from "@/tests/support/rights/endpoints";
import { rightsCases } from "@/tests/support/rights/cases";
import { everythingOf, movedTables } from "@/tests/support/rights/everything";
import { theWorld, type World } from "@/tests/support/rights/world";
import { registeredActions } from "@/lib/action";
import { prisma } from "@/lib/db";
import { registeredRoutes } from "@/lib/route";
import { emptyTables } from "@/tests/support/database";

let world: World;

/** The parent of the Duponts belongs to the children's other home too, and that one is shown. */
beforeAll(async () => {
  await emptyTables();
  await loadEndpoints();
  world = await theWorld();
  await prisma.guardian.create({
    data: {
      familyId: otherHome(),
      accountId: world.accounts.parent.id,
      firstName: "Alice",
      lastName: "Dupont",
    },
  });
}, 60_000);

beforeEach(() => asAccount(world.accounts.parent, { id: otherHome() }));

const otherHome = () => world.homes.get("separatedParent") ?? 0;
const names = Object.keys(rightsCases).filter((name) => name !== "switch-family");

const homes = [
  ["the home that is not shown", () => world.duponts.family.id, "other-family"],
  ["somebody else's home", () => world.homes.get("stranger") ?? 0, "not-found"],
  ["a home that does not exist", () => 999_999, "not-found"],
  ["no home", () => null, "not-found"],
] as const;

test.each(homes)(
  "%s: each action and route refuses it, and nothing moves",
  async (_, home, code) => {
    const both = [world.duponts.family.id, otherHome()];
    const before = await Promise.all(both.map(everythingOf));
    const ofFamilies = names.filter(isOfFamily);
    for (const name of ofFamilies) {
      const sends = rightsCases[name]?.sends;
      const answer = await call(name, forHome(sends?.(world), home()));
      expect({ name, answer }).toEqual({ name, answer: code });
    }
    expect(ofFamilies.length).toBeGreaterThan(20);
    const after = await Promise.all(both.map(everythingOf));
    expect(
      both.map((_id, i) => movedTables(before[i] ?? new Map(), after[i] ?? new Map())),
    ).toEqual([[], []]);
  },
);

test.each([["12abc"], [-1], [1.5], [["1", "2"]], [{}], ["99999999999"], [null]])(
  "%j is no home",
  async (familyId) => {
    const answer = await registeredActions.get("reservations.cancel")?.call({ familyId });
    expect(answer).toMatchObject({ refusal: "not-found" });
  },
);

test("who has switched is told in the names of both homes, before what was typed is judged", async () => {
  const familyId = world.duponts.family.id;
  const answer = await registeredActions.get("reservations.cancel")?.call({ familyId });
  expect(answer).toMatchObject({ refusal: "other-family", value: { familyId } });
  expect(answer).toMatchObject({ message: expect.stringMatching(/foyer Dupont.*foyer Martin/) });
});

test("a form without a script is led to a page that tells it", async () => {
  const form = new FormData();
  form.set("familyId", String(world.duponts.family.id));
  for (const given of [[form], [null, form]] as [FormData][])
    await expect(registeredActions.get("documents.planning")?.call(...given)).rejects.toMatchObject(
      {
        digest: expect.stringContaining(`/autre-foyer?foyer=${world.duponts.family.id};`),
      },
    );
  const route = registeredRoutes.get("supporting-documents.file");
  const response = await route?.handle(
    new Request("http://localhost:3000/x", {
      method: "POST",
      headers: { origin: "http://localhost:3000", accept: "text/html" },
      body: form,
    }),
    { params: Promise.resolve({}) },
  );
  expect(response?.headers.get("location")).toBe(`/autre-foyer?foyer=${world.duponts.family.id}`);
});

test("a save of another home's draft is not answered with the draft of the one shown", async () => {
  const handle = registeredRoutes.get("reservations.autosave")?.handle;
  const draft = { ...(rightsCases["reservations.autosave"]?.sends(world) as object), revision: 7 };
  const response = await handle?.(
    new Request("http://localhost:3000/x", {
      method: "PUT",
      headers: { origin: "http://localhost:3000" },
      body: JSON.stringify({ ...draft, familyId: world.duponts.family.id }),
    }),
    { params: Promise.resolve({}) },
  );
  expect(response?.status).toBe(409);
  const { value, refusal } = (await response?.json()) as { value: unknown; refusal: string };
  expect({ refusal, value }).toEqual({
    refusal: "other-family",
    value: { familyId: world.duponts.family.id },
  });
});

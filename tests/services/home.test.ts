import { prisma } from "@/lib/db";
import { moment } from "@/lib/domain/day";
import { readHome } from "@/lib/services/home";
import { familyProof } from "@/tests/support/actors";
import { aFamily } from "@/tests/support/builders/family";
import { someReservations } from "@/tests/support/builders/reservation";
import { aRequest } from "@/tests/support/builders/service-request";
import { emptyTables } from "@/tests/support/database";
import { theDuponts, type Duponts } from "@/tests/support/duponts";
import { withStatements } from "@/tests/support/statements";

let duponts: Duponts;

// The whole demo town: more than a hook's usual five seconds on a busy machine.
beforeEach(async () => {
  await emptyTables();
  duponts = await theDuponts();
}, 60_000);

const proofOf = ({ family }: Duponts) =>
  familyProof({ id: family.guardians[0]?.accountId ?? "" }, family);

async function unit(activity: string, code: string) {
  return prisma.unit.findFirstOrThrow({ where: { code, activity: { code: activity } } });
}

test("today and tomorrow, the next cut-offs, the latest requests and the guardians", async () => {
  const { family, inscription } = duponts;
  const year = "2026-2027";
  const canteen = { id: inscription("RESTO_R_PREVERT", "Léo", year) };
  const study = { id: inscription("ETUDES_E_PREVERT", "Léo", year) };
  const meal = await unit("RESTO", "REPAS");
  const hour = await unit("ETUDES", "ETUDES");
  await someReservations(prisma, [
    { inscription: study, unit: hour, day: "2026-11-23", family, state: "removalPending" },
    { inscription: canteen, unit: meal, day: "2026-11-23", family },
    { inscription: canteen, unit: meal, day: "2026-11-26", family },
  ]);
  const leo = family.children.find(({ firstName }) => firstName === "Léo");
  const group = leo?.inscriptions.find(({ id }) => id === canteen.id);
  if (!leo || !group) throw new Error("Léo has no canteen");
  await aRequest(prisma, {
    family,
    inscription: group,
    lines: [{ unit: meal, day: "2026-12-01", state: "accepted" }],
  });

  const { sent: home, statements } = await withStatements(() =>
    readHome(proofOf(duponts), moment("2026-11-22T10:00")),
  );
  // Besides the one that tells who is signed in.
  expect(statements.length).toBeLessThanOrEqual(8);
  expect(home.children.map(({ firstName }) => firstName)).toEqual(["Léo", "Lucas"]);
  const [sunday, monday] = home.children[0]?.days ?? [];
  expect(sunday).toEqual({ day: "2026-11-22", reservations: [], closed: null });
  expect(monday?.reservations.map((a) => [a.unitLabel, a.state, a.closed])).toEqual([
    ["Repas", "reserved", null],
    ["Étude", "removalPending", null],
  ]);
  expect(home.children[1]?.days[1]?.reservations).toEqual([]);
  expect(home.cutOffs[0]).toEqual({
    moment: "2026-11-25T23:59",
    days: ["2026-12-02"],
    activityLabels: ["Centre de Loisirs Mercredis"],
    childNames: ["Lucas"],
  });
  expect(home.cutOffs[1]).toMatchObject({
    moment: "2026-11-26T23:59",
    childNames: ["Léo", "Lucas"],
  });
  expect(home.cutOffs).toHaveLength(3);
  expect(home.requests).toMatchObject([{ aboutName: "Léo", state: "accepted" }]);
  expect(home.guardians.map(({ name }) => name)).toEqual(["Madelaine Dupont", "Thomas Dupont"]);
  expect(home.drafts).toEqual([]);
});

test("a day without opening tells why", async () => {
  const home = await readHome(proofOf(duponts), moment("2026-12-21T10:00"));
  expect(home.children[0]?.days.map(({ closed }) => closed)).toEqual([
    "Vacances de Noël",
    "Vacances de Noël",
  ]);
});

test("what the child's other family reserved is told as such, its requests are not", async () => {
  const { family, inscription } = duponts;
  const leo = family.children.find(({ firstName }) => firstName === "Léo");
  if (!leo) throw new Error("No Léo");
  const other = await aFamily(prisma, { name: "Martin", children: [{ existing: leo }] });
  const canteen = { id: inscription("RESTO_R_PREVERT", "Léo", "2026-2027") };
  const meal = await unit("RESTO", "REPAS");
  const row = leo.inscriptions.find(({ id }) => id === canteen.id);
  if (!row) throw new Error("Léo has no canteen");
  await aRequest(prisma, {
    family,
    inscription: row,
    lines: [{ unit: meal, day: "2026-11-23", state: "accepted" }],
  });
  const proof = familyProof({ id: other.guardians[0]?.accountId ?? "" }, other);
  const home = await readHome(proof, moment("2026-11-23T08:00"));
  expect(home.children[0]?.days[0]?.reservations).toMatchObject([
    { unitLabel: "Repas", state: "elsewhere" },
  ]);
  expect(home.children).toHaveLength(1);
  expect(home.requests).toEqual([]);
  expect(home.guardians).toHaveLength(1);
});

test("a family without child or year has an empty home", async () => {
  const family = await aFamily(prisma, { name: "Neuve" });
  const proof = familyProof({ id: family.guardians[0]?.accountId ?? "" }, family);
  expect(await readHome(proof, moment("2026-11-22T10:00"))).toMatchObject({
    familyName: "Neuve",
    children: [],
    cutOffs: [],
    drafts: [],
    requests: [],
    news: [],
  });
});

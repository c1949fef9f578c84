import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { formatCents } from "@/lib/domain/money";
import {
  simulationAnswer,
  simulationChoice,
  simulationHeader,
  simulationQuery,
} from "@/lib/domain/tariff/simulation-query";
import { typedSituation } from "@/lib/domain/tariff/situation";
import { readFamilySituation } from "@/lib/services/tariffs/family-situation";
import { readSimulatedTown } from "@/lib/services/tariffs/read-simulation";
import { writeKnownFamilies } from "@/prisma/seed/known-families";
import { writeKnownMeans } from "@/prisma/seed/means";
import { writeTariffs } from "@/prisma/seed/tariffs";
import { writeTown } from "@/prisma/seed/town";
import { familyProof } from "@/tests/support/actors";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { manualHeader, manualTariffs, plain } from "@/tests/support/manual-tariffs";
import { withStatements } from "@/tests/support/statements";

const today = day("2026-11-22");
let families: readonly BuiltFamily[];

beforeAll(async () => {
  await emptyTables();
  families = await prisma.$transaction(
    async (tx) => {
      const town = await writeTown(tx);
      const categories = await writeTariffs(tx, town, today);
      const known = await writeKnownFamilies(tx, town, "no password");
      await writeKnownMeans(tx, known.families, categories);
      return known.families;
    },
    { timeout: 60_000 },
  );
}, 60_000);

function named(name: string) {
  const family = families.find((one) => one.name === name);
  if (!family) throw new Error(`No family ${name}`);
  return { family, proof: familyProof({ id: family.guardians[0]?.accountId ?? "" }, family) };
}

test("the manual’s result, line for line, from the family’s own file", async () => {
  const town = await readSimulatedTown();
  const file = await readFamilySituation(named("TEST").proof, today);
  const [manon] = file.children;
  if (!manon || !file.quotient) throw new Error("The family has a child and a quotient");
  const situation = { ...file.quotient, categoryId: manon.categoryId, rank: manon.rank };
  const version = town.versions.find(({ name }) => name === "Tarifs 2024");
  const query = simulationQuery({
    version: String(version?.id),
    ...typedSituation(situation),
  });
  const choice = simulationChoice(town, query, today);
  const answer = choice && simulationAnswer(town, choice, query);
  if (!answer?.ok) throw new Error("a result");
  expect(file.by).toBe("M. Toto TEST");
  expect(
    simulationHeader(answer.value)
      .map(([name, value]) => `${name} : ${value}`)
      .join(" – "),
  ).toBe(manualHeader);
  expect(
    answer.value.activities.flatMap(({ label, units }) =>
      units.map((unit) => [
        label,
        unit.label,
        unit.priced.ok ? plain(formatCents(unit.priced.value.amount)) : unit.priced.refusal,
      ]),
    ),
  ).toEqual(manualTariffs);
});

test("every price’s lines add up to it, in every version and category", async () => {
  const town = await readSimulatedTown();
  for (const version of town.versions)
    for (const category of town.categories)
      for (const quotient of ["", "0,17", "640", "2000"]) {
        const query = simulationQuery({
          version: String(version.id),
          categorie: String(category.id),
          quotient,
          enfants: "3",
          residence: category.residence === "outOfTown" ? "hors-commune" : "commune",
        });
        const choice = simulationChoice(town, query, today);
        const answer = choice && simulationAnswer(town, choice, query);
        if (!answer?.ok) throw new Error("a result");
        for (const { units } of answer.value.activities)
          for (const { priced } of units) {
            if (!priced.ok) throw new Error(priced.refusal);
            const { amount, lines } = priced.value;
            expect(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(amount);
          }
      }
});

test("the file’s quotient is the one that holds on the day, the children eldest first", async () => {
  const { family, proof } = named("Dupont");
  const read = await readFamilySituation(proof, today);
  expect(read.children.map(({ rank }) => rank)).toEqual([1, 2]);
  expect(read.children.every(({ categoryId }) => categoryId !== null)).toBe(true);
  const history = await prisma.familyQuotient.findMany({
    where: { familyId: family.id, firstDay: { lte: new Date("2026-11-22") } },
    orderBy: { firstDay: "desc" },
  });
  expect(read.quotient?.quotientFamilial).toBe(history[0]?.quotientFamilial);
  expect(read.quotient?.source).toBe(history[0]?.source);
  expect((await readFamilySituation(proof, day("1999-01-01"))).quotient).toBeNull();
});

test("the town and the file are one statement each; another’s file is never read", async () => {
  const { proof } = named("TEST");
  const town = await withStatements(() => readSimulatedTown());
  const file = await withStatements(() => readFamilySituation(proof, today));
  expect([town.statements.length, file.statements.length]).toEqual([1, 1]);
  expect(file.sent.children.map(({ firstName }) => firstName)).toEqual(["Manon"]);
  expect(town.sent.departments).toHaveLength(1);
  expect(town.sent.activities).toHaveLength(5);
});

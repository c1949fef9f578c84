import { countDiets } from "@/lib/domain/diet";

const eaters = (...diets: (string | null)[]) => diets.map((diet) => ({ diet }));

test("how many eat what: what nobody has said first, then from the most asked to the rarest", () => {
  expect(
    countDiets(eaters("Sans porc", null, "Végétarien", "Sans porc", null, "Allergie: noix")),
  ).toEqual([
    { diet: null, count: 2 },
    { diet: "Sans porc", count: 2 },
    { diet: "Allergie: noix", count: 1 },
    { diet: "Végétarien", count: 1 },
  ]);
  expect(countDiets([])).toEqual([]);
});

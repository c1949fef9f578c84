import { grouped } from "@/lib/domain/grouped";

test("rows come under their key, in the order in which each key is met", () => {
  expect(grouped(["ba", "ab", "bb", "aa"], (word) => word.charAt(0))).toEqual([
    ["b", ["ba", "bb"]],
    ["a", ["ab", "aa"]],
  ]);
  expect(grouped([], String)).toEqual([]);
});

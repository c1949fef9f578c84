import { day } from "@/lib/domain/day";
import { newsPhase } from "@/lib/domain/news";
import { excerptOf, type RichBlock } from "@/lib/domain/rich-text";

test.each([
  ["2026-11-21", "coming"],
  ["2026-11-22", "shown"],
  ["2026-11-30", "shown"],
  ["2026-12-01", "over"],
])("on %s it is %s: both days count", (today, phase) => {
  const days = { firstDay: day("2026-11-22"), lastDay: day("2026-11-30") };
  expect(newsPhase(days, day(today))).toBe(phase);
});

test("an excerpt is cut between two words", () => {
  const blocks: RichBlock[] = [
    { kind: "heading", content: [{ kind: "text", text: "Grève" }] },
    { kind: "rule" },
    {
      kind: "list",
      start: null,
      items: [
        [
          {
            kind: "paragraph",
            content: [
              { kind: "strong", content: [{ kind: "text", text: "lundi" }] },
              { kind: "break" },
              { kind: "text", text: "toute la journée" },
            ],
          },
        ],
      ],
    },
  ];
  expect(excerptOf(blocks, 100)).toBe("Grève lundi toute la journée");
  expect(excerptOf(blocks, 15)).toBe("Grève lundi…");
});

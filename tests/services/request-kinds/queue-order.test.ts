import { aScenario } from "./scenario";
import { prisma } from "@/lib/db";
import { nextToDecide, readQueue } from "@/lib/services/request-kinds/queue";
import type { QueueFilters } from "@/lib/services/request-kinds/queue-filters";
import { agentProof } from "@/tests/support/actors";
import { aFileRequest } from "@/tests/support/builders/filing";
import { emptyTables } from "@/tests/support/database";

beforeEach(emptyTables);

test("the most urgent first: by the first day, what is about no day two weeks after it came", async () => {
  const town = await aScenario();
  const spring = await town.request([{ day: "2026-03-04" }]);
  const soon = await town.request([{ day: "2025-09-03" }]);
  const file = await aFileRequest(prisma, {
    family: town.family,
    lines: [{ field: "school", was: null, now: "École Prévert" }],
  });
  const agent = agentProof(town.agent, "town");
  const urgent: QueueFilters = {
    state: "pending",
    kind: null,
    activityId: null,
    establishmentId: null,
    search: "",
    likeness: "exact",
    from: null,
    to: null,
    lateOnly: false,
    writtenOnly: false,
    order: "urgent",
    page: 1,
  };
  const order = (await readQueue(agent, urgent)).map(({ number }) => number);
  expect(order.indexOf(soon.number)).toBeLessThan(order.indexOf(spring.number));
  expect(order).toHaveLength(3);
  // "Suivante" goes through the same list, and begins again at its top.
  const walked = [order[0] ?? 0];
  for (let i = 0; i < 3; i += 1)
    walked.push((await nextToDecide(agent, walked[i] ?? 0, urgent)) ?? 0);
  expect(walked).toEqual([...order, order[0]]);
  const files: QueueFilters = { ...urgent, kind: "familyFile" };
  expect(await nextToDecide(agent, soon.number, files)).toBe(file.number);
});

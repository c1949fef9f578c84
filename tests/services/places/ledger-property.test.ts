// Whatever happens to places, the ledger only grows and its sum is the bill of the places held.
import fc from "fast-check";
import { prisma } from "@/lib/db";
import { checkLedger } from "@/lib/services/places/check-ledger";
import {
  aHolidayChild,
  all,
  answer,
  billByTheRules,
  examined,
  ledger,
  pays,
  reprice,
  requote,
  send,
  withdraw,
} from "./scenario";

beforeEach(aHolidayChild);

type Step =
  | { act: "send"; from: number; length: number; want: boolean }
  | { act: "examined"; on: boolean }
  | { act: "answer"; decision: "accept" | "refuse" }
  | { act: "requote"; quotient: number }
  | { act: "withdraw" | "forget-category" | "reprice" };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("send" as const),
      from: fc.nat(4),
      length: fc.nat(4),
      want: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("examined" as const), on: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("answer" as const),
      decision: fc.constantFrom("accept" as const, "refuse" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("requote" as const),
      quotient: fc.constantFrom(20_000, 70_000, 200_000),
    }),
  },
  fc.record({ act: fc.constantFrom("withdraw", "forget-category", "reprice") }),
);

async function take(step: Step): Promise<void> {
  switch (step.act) {
    case "send":
      return send(step.from, step.from + step.length, step.want);
    case "examined":
      return void (await examined(step.on));
    case "answer":
      return answer(step.decision);
    case "requote":
      return requote(step.quotient);
    case "withdraw":
      return withdraw();
    case "forget-category":
      return void (await pays(false));
    case "reprice":
      return reprice();
  }
}

test("whatever is booked, withdrawn, accepted, refused and priced, the sum is the bill", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 8 }), async (steps) => {
      const before = await all();
      for (const step of steps) {
        await take(step);
        expect(await checkLedger(prisma)).toEqual([]);
      }
      await reprice();
      expect(await ledger()).toBe(await billByTheRules());
      expect(await checkLedger(prisma)).toEqual([]);
      // It only grew.
      expect((await all()).slice(0, before.length)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

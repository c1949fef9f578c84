// What a state means, said in the domain and in SQL: asked about every state that the database knows.
import { prisma } from "@/lib/db";
import type { ReservationState } from "@/lib/domain/booking/context";
import { comes, holds, owes } from "@/lib/domain/booking/standing";
import { Prisma } from "@/lib/generated/prisma/client";
import { isComing, isDue, isHeld } from "@/lib/services/places/standing";

test("the domain and SQL say the same of every state", async () => {
  const state = Prisma.sql`s.state`;
  const rows = await prisma.$queryRaw<{ state: ReservationState }[]>`
    SELECT s.state::text AS state, ${isHeld(state)} AS held, ${isComing(state)} AS comes,
      ${isDue(state)} AS due
    FROM unnest(enum_range(NULL::"ReservationState")) AS s(state)`;
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(
    rows.map(({ state }) => ({
      state,
      held: holds(state),
      comes: comes(state),
      due: owes(state),
    })),
  );
});

test("what waits: an addition is held and not owed, a removal is owed and does not come", () => {
  expect([holds("pending"), comes("pending"), owes("pending")]).toEqual([true, true, false]);
  expect([holds("removalPending"), comes("removalPending"), owes("removalPending")]).toEqual([
    true,
    false,
    true,
  ]);
  expect([holds("elsewhere"), comes("free"), owes("elsewhere")]).toEqual([false, false, false]);
});

// Closing and reopening cost the database as many statements for a school as for a town.
import { prisma } from "@/lib/db";
import { withStatements } from "@/tests/support/statements";
import { aStrikeTown, confirm, foresee, reopen } from "./scenario";

async function statementsFor(children: number) {
  const town = await aStrikeTown(children);
  const shown = await foresee(town);
  if (!shown.ok) throw new Error(shown.refusal);
  const closing = await withStatements(() => confirm(town, shown.value.stamp));
  if (!closing.sent.ok) throw new Error(closing.sent.refusal);
  expect(await prisma.outboxEmail.count()).toBe(children);
  const { id } = closing.sent.value;
  const reopening = await withStatements(() => reopen(town, id));
  expect(reopening.sent).toMatchObject({ ok: true, value: { restored: children } });
  return [closing.statements.length, reopening.statements.length];
}

test("forty children or four hundred: as many statements", async () => {
  const few = await statementsFor(40);
  expect(await statementsFor(400)).toEqual(few);
  expect(Math.max(...few)).toBeLessThan(25);
});

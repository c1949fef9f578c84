import * as z from "zod/mini";

const count = z.coerce.number().check(z.int(), z.positive());

/** An agent's decision. The reason is checked by the action, which gives back what was typed. */
export const decisionSchema = z.object({
  number: count,
  decision: z.enum(["accept", "refuse"], "Dites si vous acceptez ou refusez."),
  /** "1": everything that waits. Else the ticked dates, `unit|day`. */
  all: z._default(z.enum(["0", "1"]), "0"),
  lines: z._default(
    z
      .array(z.string().check(z.regex(/^[1-9]\d{0,9}\|\d{4}-\d{2}-\d{2}$/)))
      .check(z.maxLength(2000)),
    [],
  ),
  /** How many dates the button named. */
  count,
  reason: z._default(z.string().check(z.trim(), z.maxLength(5000)), ""),
  idempotencyKey: z.uuid(),
  /** The query of the list from which one decides, to go back to it. */
  list: z.optional(z.string().check(z.maxLength(1000))),
});

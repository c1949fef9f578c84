"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { dayOf } from "@/lib/domain/day";
import { declareClosure } from "@/lib/services/closures/declare";
import { foreseeClosure } from "@/lib/services/closures/foresee";
import { reopenClosure } from "@/lib/services/closures/reopen";
import { closureHref } from "./hrefs";
import { typedClosure } from "./typed-closure";
import { closureSchema, foreseenClosureSchema, reopeningSchema } from "./schema";

/** Whom a closure would touch; writes nothing. */
export const foresee = action({
  name: "closures.foresee",
  role: "agent",
  schema: foreseenClosureSchema,
  authorize: permitted["manage-closures"],
  keepsTyped: true,
  run: (ctx, input) => foreseeClosure(ctx.proof, typedClosure(input), dayOf(ctx.moment)),
});

/** Closes, as it was shown. */
export const declare = action({
  name: "closures.declare",
  role: "agent",
  schema: closureSchema,
  authorize: permitted["manage-closures"],
  run: (ctx, { shown, idempotencyKey, ...input }) =>
    declareClosure(ctx, { ...typedClosure(input), shown, idempotencyKey }),
  redirectTo: (_input, { id }) => closureHref(id, "declaree"),
});

/** Takes a closure back on its day. */
export const reopen = action({
  name: "closures.reopen",
  role: "agent",
  schema: reopeningSchema,
  authorize: permitted["manage-closures"],
  run: (ctx, { id, idempotencyKey }) => reopenClosure(ctx, { closureId: id, idempotencyKey }),
  redirectTo: ({ id }) => closureHref(id, "rouverte"),
});

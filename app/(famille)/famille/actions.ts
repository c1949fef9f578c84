"use server";

import { action } from "@/lib/action";
import { authorizeFamily } from "@/lib/auth";
import { realNow } from "@/lib/clock";
import { askEmailChange } from "@/lib/services/family-file/email-change";
import { fileFileChanges } from "@/lib/services/family-file/file-changes";
import { filedHref } from "./filed";
import { childSchema, guardianSchema, newEmailSchema } from "./schema";

export const changeGuardian = action({
  name: "family-file.change-guardian",
  role: "guardian",
  schema: guardianSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { guardianId, shown, idempotencyKey, ...controls }) =>
    fileFileChanges(ctx, {
      subject: { about: "guardian", id: guardianId },
      controls,
      shown,
      idempotencyKey,
    }),
  redirectTo: (_input, filed) => filedHref(filed),
});

export const changeChild = action({
  name: "family-file.change-child",
  role: "guardian",
  schema: childSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { childId, shown, idempotencyKey, ...controls }) =>
    fileFileChanges(ctx, {
      subject: { about: "child", id: childId },
      controls,
      shown,
      idempotencyKey,
    }),
  redirectTo: (_input, filed) => filedHref(filed),
});

export const askForEmailChange = action({
  name: "family-file.ask-email-change",
  role: "guardian",
  schema: newEmailSchema,
  authorize: (actor) => authorizeFamily(actor, actor.familyId),
  run: (ctx, { newEmail, motDePasse }) =>
    askEmailChange(ctx, { newEmail, password: motDePasse }, realNow()),
});

"use server";

import { action } from "@/lib/action";
import { ofTheFamilySent } from "@/lib/action/of-family";
import { realNow } from "@/lib/clock";
import { askEmailChange } from "@/lib/services/family-file/email-change";
import { fileFileChanges } from "@/lib/services/family-file/file-changes";
import { filedHref } from "./filed-href";
import { childSchema, guardianSchema, newEmailSchema } from "./schema";

export const changeGuardian = action({
  ...ofTheFamilySent,
  name: "family-file.change-guardian",
  schema: guardianSchema,
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
  ...ofTheFamilySent,
  name: "family-file.change-child",
  schema: childSchema,
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
  ...ofTheFamilySent,
  name: "family-file.ask-email-change",
  isGrave: true,
  schema: newEmailSchema,
  run: (ctx, { newEmail, motDePasse }) =>
    askEmailChange(ctx, { newEmail, password: motDePasse }, realNow()),
});

"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { carryOutImport } from "@/lib/services/town-import/carry-out";
import { chooseAlike } from "@/lib/services/town-import/choose-alike";
import { saveColumns } from "@/lib/services/town-import/save-columns";
import { importHref } from "./hrefs";
import { carryOutSchema, choiceSchema, columnsSchema } from "./schema";

/** Says what the columns of a file are. */
export const sayColumns = action({
  name: "town-import.say-columns",
  role: "agent",
  schema: columnsSchema,
  authorize: permitted["import-town"],
  run: (ctx, input) => saveColumns(ctx, input),
  redirectTo: ({ importId }) => importHref(importId),
});

/** Says whether the child of a doubtful line is the town's. */
export const decideLine = action({
  name: "town-import.decide-line",
  role: "agent",
  schema: choiceSchema,
  authorize: permitted["import-town"],
  run: (ctx, input) => chooseAlike(ctx, input),
  redirectTo: ({ importId }) => importHref(importId, "doutes"),
});

/** Writes what the report said, at once. */
export const carryOut = action({
  name: "town-import.carry-out",
  role: "agent",
  schema: carryOutSchema,
  authorize: permitted["import-town"],
  run: (ctx, { leavesOut, ...rest }) =>
    carryOutImport(ctx, { ...rest, leavesOut: leavesOut === "1" }),
  redirectTo: ({ importId }, { families }) => `${importHref(importId)}?importees=${families}`,
});

"use server";

import { action } from "@/lib/action";
import { permitted } from "@/lib/auth";
import { copyGroups } from "@/lib/services/settings/copy-groups";
import { addException, removeException } from "@/lib/services/settings/save-exception";
import { saveGroup } from "@/lib/services/settings/save-group";
import { removeOpening, saveOpening } from "@/lib/services/settings/save-opening";
import { addDatedSeats, removeDatedSeats, saveSeats } from "@/lib/services/settings/save-seats";
import { lineOf } from "../schema";
import {
  copySchema,
  datedSeatsSchema,
  exceptionSchema,
  groupSchema,
  openingSchema,
  removeSchema,
  seatsSchema,
} from "./schema";

const pageOf = ({ groupId }: { groupId: number }, what: string) =>
  `/admin/reglages/groupes/${groupId}?enregistre=${what}`;

/** Adds a group to a school year, or changes its code, its name and its dates. */
export const saveTownGroup = action({
  name: "settings.save-group",
  role: "agent",
  schema: groupSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, confirmed, ...setting }) =>
    saveGroup(ctx, { line: lineOf({ id, shown }), setting, confirmed, idempotencyKey }),
  redirectTo: (_input, saved) => pageOf(saved, "groupe"),
});

/** Opens units of a group, or changes one opening. */
export const saveGroupOpening = action({
  name: "settings.save-opening",
  role: "agent",
  schema: openingSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, idempotencyKey, confirmed, groupId, units, firstDay, lastDay, ...its }) =>
    saveOpening(ctx, {
      line: lineOf({ id, shown }),
      groupId,
      unitIds: units,
      setting: { ...its, from: firstDay, to: lastDay },
      confirmed,
      idempotencyKey,
    }),
  redirectTo: (_input, saved) => pageOf(saved, "ouverture"),
});

export const removeGroupOpening = action({
  name: "settings.remove-opening",
  role: "agent",
  schema: removeSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, ...change }) => removeOpening(ctx, { line: { id, shown }, ...change }),
  redirectTo: (_input, saved) => pageOf(saved, "retrait"),
});

/** Closes a group on a day, or opens it. */
export const addGroupException = action({
  name: "settings.add-exception",
  role: "agent",
  schema: exceptionSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { kind, unitId, day, closureReason: reason, ...change }) =>
    addException(ctx, { setting: { unitId, day, open: kind === "open", reason }, ...change }),
  redirectTo: (_input, saved) => pageOf(saved, "exception"),
});

export const removeGroupException = action({
  name: "settings.remove-exception",
  role: "agent",
  schema: removeSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, ...change }) => removeException(ctx, { line: { id, shown }, ...change }),
  redirectTo: (_input, saved) => pageOf(saved, "retrait"),
});

/** Limits a unit of a group to so many places, or no longer. */
export const saveGroupSeats = action({
  name: "settings.save-seats",
  role: "agent",
  schema: seatsSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: saveSeats,
  redirectTo: (_input, saved) => pageOf(saved, "places"),
});

/** Gives a unit another number of places on some days. */
export const addGroupDatedSeats = action({
  name: "settings.add-dated-seats",
  role: "agent",
  schema: datedSeatsSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { unitId, firstDay: from, lastDay: to, seats, ...change }) =>
    addDatedSeats(ctx, { setting: { unitId, from, to, seats }, ...change }),
  redirectTo: (_input, saved) => pageOf(saved, "places"),
});

export const removeGroupDatedSeats = action({
  name: "settings.remove-dated-seats",
  role: "agent",
  schema: removeSchema,
  authorize: permitted["manage-settings"],
  keepsTyped: true,
  run: (ctx, { id, shown, ...change }) => removeDatedSeats(ctx, { line: { id, shown }, ...change }),
  redirectTo: (_input, saved) => pageOf(saved, "places"),
});

/** Makes the groups of the next year, with their openings, as they were shown. */
export const copyTownGroups = action({
  name: "settings.copy-groups",
  role: "agent",
  schema: copySchema,
  authorize: permitted["manage-settings"],
  run: copyGroups,
  redirectTo: (_input, { schoolYearId, groups }) =>
    `/admin/reglages/groupes?annee=${schoolYearId}&copies=${groups}`,
});

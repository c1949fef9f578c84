import type { RightsCase } from "./rights-case";
import { movedDown } from "./settings";

const key = () => crypto.randomUUID();

const cutOff = (prefix: string) => ({
  [`${prefix}-kind`]: "daysBefore",
  [`${prefix}-days`]: "7",
  [`${prefix}-skip`]: "none",
  [`${prefix}-at`]: "23:59",
});

/** What the town is made of: services, establishments, activities, groups. */
export const townCases: Readonly<Record<string, RightsCase>> = {
  "settings.save-department": {
    sends: () => ({
      name: "Service jeunesse",
      email: "jeunesse@clairval.example",
      phone: "01 99 00 14 30",
      idempotencyKey: key(),
    }),
  },
  "settings.save-establishment": {
    sends: () => ({ name: "École Colette", idempotencyKey: key() }),
  },
  "settings.save-activity": {
    sends: ({ settings: { town } }) => ({
      label: "Atelier théâtre",
      departmentId: town.departmentId,
      additions: "automatic",
      removals: "examined",
      ...cutOff("add"),
      ...cutOff("remove"),
      idempotencyKey: key(),
    }),
  },
  "settings.move-activity": {
    sends: ({ settings: { town } }) => movedDown(town.activities, town.activities.activities),
  },
  "settings.save-unit": {
    sends: ({ settings: { town } }) => ({
      activityId: town.activityId,
      label: "Goûter",
      nounSingular: "goûter",
      nounPlural: "goûters",
      covers: ["afternoon"],
      beginsAt: "16:30",
      idempotencyKey: key(),
    }),
  },
  "settings.move-unit": {
    sends: ({ settings: { town } }) => movedDown(town.units, town.units.units),
  },
};

import { identityForm } from "@/app/admin/reglages/identite/words";
import { typedDocument } from "./document";
import type { RightsCase } from "./rights-case";
import { movedDown } from "./settings";
import type { ShownTown } from "./town";

const key = () => crypto.randomUUID();

const cutOff = (prefix: string) => ({
  [`${prefix}-kind`]: "daysBefore",
  [`${prefix}-days`]: "7",
  [`${prefix}-skip`]: "none",
  [`${prefix}-at`]: "23:59",
});

const dates = { firstDay: "2026-11-02", lastDay: "2027-06-30" };

function removed({ group }: ShownTown, line: { id: number; stamp: string } | undefined) {
  return { groupId: group.id, id: line?.id, shown: line?.stamp, idempotencyKey: key() };
}

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
  "news.save": {
    sends: ({ settings: { town } }) => ({
      title: "Grève lundi",
      text: "Les **écoles** sont fermées.",
      firstDay: "2026-11-20",
      lastDay: "2026-11-30",
      audience: "activity",
      activityId: town.activityId,
      idempotencyKey: key(),
    }),
  },
  "info-pages.save": {
    sends: () => ({ title: "Transports", text: "Les bus.", published: "1", idempotencyKey: key() }),
  },
  "info-pages.move": {
    sends: ({ settings: { town } }) => movedDown(town.infoPages, town.infoPages.pages),
  },
  "info-pages.add-document": {
    sends: ({ settings: { town } }) => {
      const [page] = town.infoPages.pages;
      const form = typedDocument({ pageId: page?.id ?? 0, label: "Menus" });
      const [file] = form.getAll("files[]");
      form.delete("files[]");
      form.set("file", file ?? "");
      return form;
    },
  },
  "info-pages.remove-document": {
    sends: ({ settings: { town } }) => ({
      fileId: town.infoPages.pages[0]?.documents[0]?.id,
      idempotencyKey: key(),
    }),
  },
  "settings.save-identity": {
    sends: ({ settings: { town } }) => {
      const { initial, line } = identityForm(town.identity);
      return { ...initial, name: "Orbec", shown: line.shown, idempotencyKey: key() };
    },
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
  "settings.save-group": {
    sends: ({ settings: { town } }) => ({
      activityId: town.activityId,
      establishmentId: town.group.establishmentId,
      schoolYearId: town.group.schoolYearId,
      label: "Grands",
      ...dates,
      idempotencyKey: key(),
    }),
  },
  "settings.save-opening": {
    sends: ({ settings: { town } }) => ({
      groupId: town.group.id,
      units: [town.units.units[0]?.id],
      weekdays: ["3"],
      dayKinds: ["schoolDay"],
      ...dates,
      idempotencyKey: key(),
    }),
  },
  "settings.remove-opening": {
    sends: ({ settings: { town } }) => removed(town, town.schedule?.openings[0]),
  },
  "settings.add-exception": {
    sends: ({ settings: { town } }) => ({
      groupId: town.group.id,
      day: "2026-12-04",
      kind: "closed",
      unitId: "every",
      closureReason: "Travaux",
      idempotencyKey: key(),
    }),
  },
  "settings.save-seats": {
    sends: ({ settings: { town } }) => ({
      groupId: town.group.id,
      unitId: town.capacity?.units[0]?.unitId,
      shown: town.capacity?.units[0]?.stamp,
      seats: "30",
      idempotencyKey: key(),
    }),
  },
  "settings.add-dated-seats": {
    sends: ({ settings: { town } }) => ({
      groupId: town.group.id,
      unitId: town.capacity?.units[0]?.unitId,
      firstDay: "2027-01-04",
      lastDay: "2027-01-08",
      seats: "12",
      idempotencyKey: key(),
    }),
  },
  "settings.remove-dated-seats": {
    sends: ({ settings: { town } }) => removed(town, town.capacity?.dated[0]),
  },
  "settings.copy-groups": {
    sends: ({ settings: { town } }) => ({
      schoolYearId: town.copy?.from.id,
      shown: town.copy?.stamp,
      idempotencyKey: key(),
    }),
  },
  "settings.remove-exception": {
    sends: ({ settings: { town } }) => removed(town, town.schedule?.exceptions[0]),
  },
};

import { z } from "zod";
import { agentRoles } from "@/lib/domain/access";
import { parseCutOffRule } from "@/lib/domain/cut-off-rule";
import { day, moment, type Weekday } from "@/lib/domain/day";
import familiesJson from "@/prisma/demo/families.json";
import namesJson from "@/prisma/demo/names.json";
import calendarJson from "@/prisma/demo/school-calendar-zone-c.json";
import townJson from "@/prisma/demo/town.json";

// The data files, read once and checked: a wrong date or code stops the seed with its place.
const aDay = z.string().transform((text) => day(text));
const aMoment = z.string().transform((text) => moment(text));
const weekday = z
  .int()
  .min(1)
  .max(7)
  .transform((n) => n as Weekday);
const cutOff = z.unknown().transform((json, context) => {
  const rule = parseCutOffRule(json);
  if (rule) return rule;
  context.addIssue({ code: "custom", message: "is no cut-off rule" });
  return z.NEVER;
});

const unit = z.object({
  code: z.string(),
  label: z.string(),
  nounSingular: z.string(),
  nounPlural: z.string(),
  covers: z.array(z.enum(["morning", "noon", "afternoon", "evening"])),
  beginsAt: z.string().nullable().default(null),
  agentOnly: z.boolean().default(false),
  lateUnitOf: z.string().default(""),
  paiUnitOf: z.string().default(""),
  chargedOnce: z.boolean().default(false),
});

const activity = z.object({
  code: z.string(),
  label: z.string(),
  additions: z.enum(["automatic", "examined"]),
  removals: z.enum(["automatic", "examined"]),
  lateAdditions: z.boolean(),
  lateRemovals: z.boolean(),
  cutOff,
  weekdays: z.array(weekday),
  dayKinds: z.array(z.enum(["publicHoliday", "weekend", "schoolBreak", "schoolDay"])),
  /** By school year; `opensFrom` where the groups open later than they start. */
  periods: z.record(z.string(), z.object({ from: aDay, to: aDay, opensFrom: aDay.optional() })),
  units: z.array(unit),
});

const stage = z.enum(["nursery", "elementary"]);

const town = z.object({
  name: z.string(),
  department: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  firstRequest: z.object({ day: aDay, number: z.int() }),
  activities: z.array(activity),
  groups: z.array(
    z.object({
      code: z.string(),
      activity: z.string(),
      establishment: z.string(),
      label: z.string().nullable(),
      /** Whose pupils come here. */
      schools: z.array(z.string()),
      stages: z.array(stage),
    }),
  ),
  exceptions: z.array(
    z.object({ groups: z.array(z.string()), day: aDay, open: z.boolean(), reason: z.string() }),
  ),
  agents: z.array(
    z.object({
      email: z.string(),
      role: z.enum(agentRoles),
      firstName: z.string(),
      lastName: z.string(),
      about: z.string(),
      scopes: z.array(
        z.object({ activity: z.string().optional(), establishment: z.string().optional() }),
      ),
    }),
  ),
});

const sending = z.object({
  at: aMoment,
  schoolYear: z.string(),
  from: aDay,
  to: aDay,
  /** A cycle of 1 to 4 weeks. */
  weeks: z.array(
    z.array(
      z.object({
        child: z.string(),
        group: z.string(),
        unit: z.string(),
        weekdays: z.array(weekday),
      }),
    ),
  ),
  decidedAt: aMoment.optional(),
});

const ownChild = z.object({
  firstName: z.string(),
  lastName: z.string().optional(),
  birthDate: aDay,
  /** The groups in which the child is inscribed, each school year. */
  groups: z.array(z.string()),
  /** A tariff category of the town. */
  category: z.string(),
});

/** What the town knows of a family's means, from a day on. */
const quotient = z.object({
  from: aDay,
  quotientFamilial: z.int().nonnegative().nullable(),
  parts: z.int().positive(),
  dependentChildren: z.int().nonnegative(),
  residence: z.enum(["inTown", "outOfTown"]),
  source: z.string(),
  annualIncome: z.int().nullable(),
  monthlyBenefits: z.int().nullable(),
});

const families = z.object({
  families: z.array(
    z.object({
      name: z.string(),
      guardians: z.array(
        z.object({
          civility: z.enum(["madame", "monsieur"]),
          firstName: z.string(),
          lastName: z.string(),
          email: z.string(),
          phone: z.string(),
          about: z.string(),
        }),
      ),
      children: z.array(
        z.union([
          ownChild,
          z.object({
            sameAs: z.object({ family: z.string(), firstName: z.string() }),
            category: z.string(),
          }),
        ]),
      ),
      quotients: z.array(quotient),
      sendings: z.array(sending),
    }),
  ),
});

const list = z.array(z.string()).min(1);
const messages = z.array(z.string().nullable()).min(1);
const names = z.object({
  women: list,
  men: list,
  girls: list,
  boys: list,
  families: list,
  decisions: z.object({ accepted: messages, partlyAccepted: messages, refused: messages }),
});

const calendar = z.object({
  schoolYears: z.array(
    z.object({
      name: z.string(),
      firstSchoolDay: aDay,
      lastSchoolDay: aDay,
      breaks: z.array(z.object({ name: z.string(), firstFreeDay: aDay, lastFreeDay: aDay })),
    }),
  ),
});

export type ActivityFacts = z.output<typeof activity>;
export type GroupFacts = z.output<typeof town>["groups"][number];
export type Stage = z.output<typeof stage>;
export type FamilyFacts = z.output<typeof families>["families"][number];
export type SendingFacts = z.output<typeof sending>;

export const townFacts = town.parse(townJson);
export const familyFacts = families.parse(familiesJson).families;
export const nameFacts = names.parse(namesJson);
export const calendarFacts = calendar.parse(calendarJson);

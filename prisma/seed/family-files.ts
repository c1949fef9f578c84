import { z } from "zod";
import type { Tx } from "@/lib/commit";
import { dateToDay, instantToDate } from "@/lib/db";
import {
  addDays,
  day,
  dayOf,
  instantOfMoment,
  momentAt,
  momentOfInstant,
  yearOf,
  type Day,
  type Instant,
} from "@/lib/domain/day";
import { sealHealth } from "@/lib/services/family-file/sealed-health";
import filesJson from "@/prisma/demo/family-files.json";
import type { BuiltChild, BuiltFamily } from "@/tests/support/builders/family";
import type { Random } from "./random";
import { known, type DemoTown } from "./town";

const list = z.array(z.string()).min(1);
const facts = z
  .object({
    diets: list,
    schools: z.record(z.string(), z.string()),
    streets: list,
    complements: list,
    town: z.string(),
    elsewhere: list,
    insurers: list,
    guardians: z.array(z.object({ family: z.string(), firstNames: list, address: z.string() })),
    children: z.array(
      z.object({
        family: z.string(),
        firstName: z.string(),
        diet: z.string(),
        pai: z.boolean().nullable(),
      }),
    ),
    pending: z.object({ family: z.string(), firstName: z.string(), address: z.string() }),
  })
  .parse(filesJson);

const classes = ["PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2"];
const schoolNames = new Map(Object.entries(facts.schools));

/** How many requests `writePendingFile` files: the last ones before `now`. */
export const pendingFileRequests = 1;

interface Drawing {
  readonly town: DemoTown;
  readonly random: Random;
  readonly now: Instant;
}

/** Diets, addresses, schools, classes, insurances and PAI of every family, those of the data file last. */
export async function writeFamilyFiles(
  db: Tx,
  families: readonly BuiltFamily[],
  drawing: Drawing,
): Promise<void> {
  await db.diet.createMany({
    data: facts.diets.map((label, i) => ({ label, position: i + 1 })),
  });
  await writeAddresses(db, families, drawing.random);
  await writeChildren(db, families, drawing);
  await writeHealth(db, families, drawing);
}

async function writeAddresses(
  db: Tx,
  families: readonly BuiltFamily[],
  random: Random,
): Promise<void> {
  const means = await db.familyQuotient.findMany({
    where: { residence: "outOfTown" },
    select: { familyId: true },
  });
  const away = new Set(means.map(({ familyId }) => familyId));
  const rows = families.flatMap((family) => {
    const address = drawAddress(random, away.has(family.id));
    return family.guardians.map(({ id, firstName }) => {
      const written = facts.guardians.find(
        (one) => one.family === family.name && one.firstNames.includes(firstName),
      );
      return { id, address: written?.address ?? address };
    });
  });
  await db.$executeRaw`
    UPDATE "Guardian" g SET address = r.address
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id int, address text) WHERE g.id = r.id`;
}

function drawAddress(random: Random, away: boolean): string {
  const street = `${1 + random.below(90)} ${random.pick(facts.streets)}`;
  const complement = random.chance(25) ? [random.pick(facts.complements)] : [];
  const city = random.pick(facts.elsewhere);
  return [street, ...complement, away ? city : facts.town].join("\n");
}

async function writeChildren(
  db: Tx,
  families: readonly BuiltFamily[],
  { town, random, now }: Drawing,
): Promise<void> {
  const today = dayOf(momentOfInstant(now));
  const rows = families.flatMap((family) =>
    family.children.map((child) => {
      const { id, firstName } = child;
      const written = childFacts(family, firstName);
      const drawn = drawInsurance(random, today);
      return {
        id,
        ...schooling(town, child, today),
        diet: written?.diet ?? drawDiet(random),
        ...(written || random.chance(80) ? drawn : {}),
      };
    }),
  );
  await db.$executeRaw`
    UPDATE "Child" c SET school = r.school, "schoolClass" = r."schoolClass", diet = r.diet,
      insurer = r.insurer, "insurancePolicy" = r."insurancePolicy", "insuranceValidUntil" = r."insuranceValidUntil"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id int, school text, "schoolClass" text,
      diet text, insurer text, "insurancePolicy" text, "insuranceValidUntil" date) WHERE c.id = r.id`;
}

const childFacts = ({ name }: BuiltFamily, firstName: string) =>
  facts.children.find((one) => one.family === name && one.firstName === firstName);

function drawDiet(random: Random): string | null {
  const [none = "", pork = "", , vegetarian = ""] = facts.diets;
  return random.pick([...Array<string>(14).fill(none), pork, pork, vegetarian, null]);
}

/** Until the end of August, like most of them; some families have not renewed it. */
function drawInsurance(random: Random, today: Day) {
  const last = endOfSchoolYear(today) - (random.chance(15) ? 1 : 0);
  return {
    insurer: random.pick(facts.insurers),
    insurancePolicy: `SC-${100_000 + random.below(900_000)}`,
    insuranceValidUntil: day(`${last}-08-31`),
  };
}

const endOfSchoolYear = (today: Day) => yearOf(today) + (today.slice(5) >= "08-01" ? 1 : 0);

/** The school whose groups the child has, and the class of its age. */
function schooling(town: DemoTown, { inscriptions, birthDate }: BuiltChild, today: Day) {
  const groupIds = new Set(inscriptions.map(({ groupId }) => groupId));
  const group = town.groups.find(
    ({ row, facts: { schools } }) => groupIds.has(row.id) && schools.length === 1,
  );
  const code = group?.facts.schools[0];
  const rank = birthDate ? endOfSchoolYear(today) - 4 - yearOf(dateToDay(birthDate)) : -1;
  const schoolClass = classes[rank] ?? null;
  if (!code || schoolClass === null) return { school: null, schoolClass };
  const kind = rank < 3 ? "École maternelle" : "École élémentaire";
  return { school: `${kind} ${known(schoolNames, code)}`, schoolClass };
}

/** A PAI for the children of the data file, and for those who pay as such. */
async function writeHealth(
  db: Tx,
  families: readonly BuiltFamily[],
  { now }: Drawing,
): Promise<void> {
  const paying = await db.familyChild.findMany({
    where: { category: { code: "PAI" } },
    select: { childId: true },
  });
  const having = new Set(paying.map(({ childId }) => childId));
  const until = `${endOfSchoolYear(dayOf(momentOfInstant(now)))}-08-31`;
  const sealed = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const family of families)
    for (const { id, firstName } of family.children) {
      const pai = childFacts(family, firstName)?.pai ?? (having.has(id) ? true : null);
      if (pai === null) continue;
      const health = { hasPai: pai ? "oui" : "non", paiValidUntil: pai ? until : null };
      sealed.set(id, sealHealth(id, health));
    }
  await db.childHealth.createMany({
    data: [...sealed].map(([childId, bytes]) => ({
      childId,
      sealed: bytes,
      updatedAt: instantToDate(now),
    })),
  });
}

/** A family that moves: asked the evening before `now`, not answered yet. Its number is the next one. */
export async function writePendingFile(
  db: Tx,
  families: readonly BuiltFamily[],
  { random, now }: Pick<Drawing, "random" | "now">,
): Promise<void> {
  const { family: name, firstName, address } = facts.pending;
  const family = families.find((one) => one.name === name);
  const guardian = family?.guardians.find((one) => one.firstName === firstName);
  const was = facts.guardians.find((one) => one.family === name)?.address;
  if (!family || !guardian?.accountId || !was) throw new Error(`No guardian ${firstName} ${name}`);
  const eve = addDays(dayOf(momentOfInstant(now)), -1);
  const createdAt = instantToDate(instantOfMoment(momentAt(eve, "23:10")));
  const { last } = await db.requestCounter.update({
    where: { id: 1 },
    data: { last: { increment: 1 } },
  });
  const { accountId } = guardian;
  const sent = { accountId, familyId: family.id, kind: "familyFile" as const, createdAt };
  const submission = await db.submission.create({ data: { id: random.uuid(), ...sent } });
  await db.serviceRequest.create({
    data: {
      id: random.uuid(),
      number: last,
      submissionId: submission.id,
      familyId: family.id,
      guardianId: guardian.id,
      kind: "familyFile",
      state: "pending",
      additions: 0,
      removals: 0,
      createdAt,
      fileChanges: { create: { field: "address", was, now: address, state: "pending" } },
      events: {
        create: {
          at: createdAt,
          kind: "submitted",
          actorName: `${guardian.firstName} ${guardian.lastName}`,
          accountId,
        },
      },
    },
  });
}

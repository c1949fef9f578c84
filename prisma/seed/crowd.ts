import { type Day, day, yearOf } from "@/lib/domain/day";
import type { ChildSpec, FamilySpec, GuardianSpec } from "@/tests/support/builders/family";
import { familyFacts, nameFacts, type Stage } from "./facts";
import type { Random } from "./random";
import type { DemoGroup, DemoTown } from "./town";

const familyCount = 150;
const firstBirthYear = 2016;
const lastBirthYear = 2022;

/** The other families of the town, drawn: people, schools and inscriptions in both school years. */
export function drawFamilies(town: DemoTown, random: Random): FamilySpec[] {
  const taken = new Set(familyFacts.flatMap((f) => f.guardians.map(({ email }) => email)));
  return Array.from({ length: familyCount }, () => drawFamily(town, random, taken));
}

function drawFamily(town: DemoTown, random: Random, taken: Set<string>): FamilySpec {
  const name = random.pick(nameFacts.families);
  const school = random.pick([...new Set(town.groups.flatMap((g) => g.facts.schools))]);
  const couple = random.chance(70);
  const first = random.chance(65) ? "madame" : "monsieur";
  const second = first === "madame" ? "monsieur" : "madame";
  const guardians = [drawGuardian(random, taken, first, name, 92)];
  const otherName = random.chance(25) ? random.pick(nameFacts.families) : name;
  if (couple) guardians.push(drawGuardian(random, taken, second, otherName, 60));
  const count = random.pick([1, 1, 1, 2, 2, 2, 2, 3]);
  const firstNames = new Set<string>();
  while (firstNames.size < count)
    firstNames.add(random.pick(random.chance(50) ? nameFacts.girls : nameFacts.boys));
  return {
    name,
    guardians,
    children: [...firstNames].map((firstName) => drawChild(town, random, school, firstName, name)),
  };
}

function drawGuardian(
  random: Random,
  taken: Set<string>,
  civility: "madame" | "monsieur",
  lastName: string,
  percentWithAccount: number,
): GuardianSpec {
  const firstName = random.pick(civility === "madame" ? nameFacts.women : nameFacts.men);
  const email = freeAddress(`${plain(firstName)}.${plain(lastName)}`, taken);
  const pair = () => String(random.below(100)).padStart(2, "0");
  const phone = `06 39 98 ${pair()} ${pair()}`;
  const id = random.uuid();
  const account = random.chance(percentWithAccount) ? { id } : false;
  return { civility, firstName, lastName, email, phone, account };
}

function drawChild(
  town: DemoTown,
  random: Random,
  school: string,
  firstName: string,
  lastName: string,
): ChildSpec {
  const birthYear = firstBirthYear + random.below(lastBirthYear - firstBirthYear + 1);
  const month = String(1 + random.below(12)).padStart(2, "0");
  const birthDate = day(`${birthYear}-${month}-${String(1 + random.below(28)).padStart(2, "0")}`);
  const wished = new Set(["RESTO"]);
  if (random.chance(75)) wished.add("ACC_PP_SCO");
  if (random.chance(65)) wished.add("ETUDES");
  if (random.chance(55)) wished.add("CL_MERCREDIS");
  if (random.chance(30)) wished.add("CL_VACANCES");
  const groups = town.groups.filter(
    ({ facts, ...group }) =>
      wished.has(facts.activity) &&
      facts.schools.includes(school) &&
      facts.stages.includes(stageOf(birthDate, group)),
  );
  return {
    firstName,
    lastName,
    birthDate,
    inscriptions: groups.map(({ row }) => ({ group: row })),
  };
}

/** Maternelle from the calendar year of the third birthday, élémentaire from that of the sixth. */
function stageOf(birthDate: Day, group: Pick<DemoGroup, "schoolYear">): Stage {
  const age = Number.parseInt(group.schoolYear, 10) - yearOf(birthDate);
  return age < 6 ? "nursery" : "elementary";
}

function freeAddress(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const address = `${name}${n === 1 ? "" : n}@exemple.fr`;
    if (taken.has(address)) continue;
    taken.add(address);
    return address;
  }
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();
}

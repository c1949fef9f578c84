import type { Tx } from "@/lib/commit";
import type { CutOffRule } from "@/lib/domain/cut-off";
import type { ValidationMode } from "@/lib/domain/booking/context";
import type { DayPart } from "@/lib/domain/unit";
import type {
  Activity,
  Department,
  Establishment,
  Prisma,
  Unit,
} from "@/lib/generated/prisma/client";
import { at, inOrder } from "./rows";
import { nextNumber } from "./sequence";

export interface UnitSpec {
  code: string;
  label?: string;
  nounSingular?: string;
  nounPlural?: string;
  covers?: readonly DayPart[];
  agentOnly?: boolean;
  /** Code of the unit of the same activity of which this is the late unit. */
  lateUnitOf?: string;
  /** Code of the unit of the same activity of which this is the PAI unit. */
  paiUnitOf?: string;
  chargedOnce?: boolean;
  /** `HH:mm`; none unless told. */
  beginsAt?: string | null;
}

export interface ActivitySpec {
  code?: string;
  label?: string;
  /** Its place on the screens; the order of creation unless told. */
  position?: number;
  department?: { id: number };
  additions?: ValidationMode;
  removals?: ValidationMode;
  addCutOff?: CutOffRule;
  removeCutOff?: CutOffRule;
  lateAdditions?: boolean;
  lateRemovals?: boolean;
  units?: readonly UnitSpec[];
}

export type BuiltActivity = Activity & { units: Unit[] };

/** A service of the mairie, "Service éducation" unless told otherwise. */
export async function aDepartment(
  db: Tx,
  spec: { name?: string; email?: string; phone?: string } = {},
): Promise<Department> {
  return db.department.create({
    data: { name: "Service éducation", email: "education@clairval.example", ...spec },
  });
}

/** An establishment, with a name of its own unless one is given. */
export async function anEstablishment(
  db: Tx,
  spec: { name?: string } = {},
): Promise<Establishment> {
  return db.establishment.create({ data: { name: spec.name ?? `Établissement ${nextNumber()}` } });
}

const meal: UnitSpec = {
  code: "REPAS",
  label: "Repas",
  nounSingular: "repas",
  nounPlural: "repas",
  covers: ["noon"],
};

/**
 * An activity with its units: unless told otherwise a canteen with one unit REPAS, automatic, and
 * without any cut-off. The first call of a test may leave the department out: one is made.
 */
export async function anActivity(db: Tx, spec: ActivitySpec = {}): Promise<BuiltActivity> {
  const number = nextNumber();
  const department =
    spec.department ?? (await db.department.findFirst()) ?? (await aDepartment(db));
  const activity = await db.activity.create({
    data: {
      code: spec.code ?? `ACTIVITY_${number}`,
      label: spec.label ?? "Restauration scolaire",
      position: spec.position ?? number,
      departmentId: department.id,
      additions: spec.additions ?? "automatic",
      removals: spec.removals ?? "automatic",
      addCutOff: asJson(spec.addCutOff ?? { kind: "none" }),
      removeCutOff: asJson(spec.removeCutOff ?? spec.addCutOff ?? { kind: "none" }),
      lateAdditions: spec.lateAdditions ?? false,
      lateRemovals: spec.lateRemovals ?? false,
    },
  });
  const units = await createUnits(db, activity.id, spec.units ?? [meal]);
  return { ...activity, units };
}

function asJson(rule: CutOffRule): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(rule)) as Prisma.InputJsonObject;
}

async function createUnits(
  db: Tx,
  activityId: number,
  specs: readonly UnitSpec[],
): Promise<Unit[]> {
  const data = specs.map((spec, position) => unitRow(activityId, spec, position));
  const units = inOrder(await db.unit.createManyAndReturn({ data }));
  for (const [index, { lateUnitOf, paiUnitOf }] of specs.entries()) {
    if (!lateUnitOf && !paiUnitOf) continue;
    const idOf = (code?: string) => units.find((u) => u.code === code)?.id ?? null;
    units[index] = await db.unit.update({
      where: { id: at(units, index).id },
      data: { lateUnitOfId: idOf(lateUnitOf), paiUnitOfId: idOf(paiUnitOf) },
    });
  }
  return units;
}

function unitRow(activityId: number, spec: UnitSpec, position: number) {
  const label = spec.label ?? spec.code;
  return {
    activityId,
    position,
    code: spec.code,
    label,
    nounSingular: spec.nounSingular ?? label.toLowerCase(),
    nounPlural: spec.nounPlural ?? label.toLowerCase(),
    covers: [...(spec.covers ?? (spec.agentOnly ? [] : (["noon"] as const)))],
    agentOnly: spec.agentOnly ?? false,
    chargedOnce: spec.chargedOnce ?? false,
    beginsAt: spec.beginsAt ?? null,
  };
}

/** The unit of that code; the only or first one without a code. Throws where there is none. */
export function unitOf(activity: { code: string; units: readonly Unit[] }, code?: string): Unit {
  const unit = code ? activity.units.find((u) => u.code === code) : activity.units[0];
  if (!unit) throw new Error(`Activity ${activity.code} has no unit ${code ?? ""}`);
  return unit;
}

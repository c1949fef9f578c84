import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { Child, Family, Guardian, Inscription } from "@/lib/generated/prisma/client";
import { accountRow, type AccountSpec } from "./account";
import { at, inOrder } from "./rows";
import { nextNumber } from "./sequence";

export interface GuardianSpec {
  firstName?: string;
  lastName?: string;
  civility?: "madame" | "monsieur";
  email?: string;
  phone?: string;
  /** `true` (the default) or a spec: a new account of the guardian's name. An id: an account that exists. */
  account?: boolean | AccountSpec | { existing: string };
}

export interface InscriptionSpec {
  group: { id: number; firstDay: Date; lastDay: Date };
  /** First and last day; the group's unless told. */
  from?: string;
  to?: string;
}

export interface ChildSpec {
  /** A child who exists already: it joins this family too (separated parents). */
  existing?: { id: number };
  firstName?: string;
  lastName?: string;
  birthDate?: string;
  mayBook?: boolean;
  inscriptions?: readonly InscriptionSpec[];
}

export interface FamilySpec {
  name?: string;
  guardians?: readonly GuardianSpec[];
  children?: readonly ChildSpec[];
}

export type BuiltChild = Child & { inscriptions: Inscription[] };
export type BuiltFamily = Family & { guardians: Guardian[]; children: BuiltChild[] };

/** A family with its guardians and accounts, children and inscriptions: one guardian unless told. */
export async function aFamily(db: Tx, spec: FamilySpec = {}): Promise<BuiltFamily> {
  const [family] = await someFamilies(db, [spec]);
  if (!family) throw new Error("No family was written");
  return family;
}

/** Many families at once: seven statements whatever their number. */
export async function someFamilies(db: Tx, specs: readonly FamilySpec[]): Promise<BuiltFamily[]> {
  const named = specs.map((spec) => ({ ...spec, name: spec.name ?? `Famille ${nextNumber()}` }));
  const families = inOrder(
    await db.family.createManyAndReturn({ data: named.map(({ name }) => ({ name })) }),
  );
  const guardians = await createGuardians(
    db,
    named.flatMap((spec, i) =>
      (spec.guardians ?? [{}]).map((g) => ({
        familyId: at(families, i).id,
        name: spec.name,
        ...g,
      })),
    ),
  );
  const children = await createChildren(
    db,
    named.flatMap((spec, i) =>
      (spec.children ?? []).map((c) => ({ familyId: at(families, i).id, name: spec.name, ...c })),
    ),
  );
  return families.map((family) => ({
    ...family,
    guardians: guardians.filter(({ familyId }) => familyId === family.id),
    children: children.filter((c) => c.familyId === family.id).map((c) => c.child),
  }));
}

async function createGuardians(
  db: Tx,
  specs: readonly (GuardianSpec & { familyId: number; name: string })[],
): Promise<Guardian[]> {
  const rows = [];
  const accounts = [];
  for (const spec of specs) {
    const account = await accountOf(spec);
    if (account.row) accounts.push(account.row);
    rows.push({
      familyId: spec.familyId,
      accountId: account.id,
      civility: spec.civility ?? null,
      firstName: spec.firstName ?? "Camille",
      lastName: spec.lastName ?? spec.name,
      email: spec.email ?? account.row?.email ?? null,
      phone: spec.phone ?? null,
    });
  }
  await db.account.createMany({ data: accounts });
  return inOrder(await db.guardian.createManyAndReturn({ data: rows }));
}

async function accountOf(spec: GuardianSpec & { name: string }) {
  const account = spec.account ?? true;
  if (account === false) return { id: null, row: null };
  if (typeof account === "object" && "existing" in account)
    return { id: account.existing, row: null };
  const row = await accountRow({
    firstName: spec.firstName ?? "Camille",
    lastName: spec.lastName ?? spec.name,
    ...(spec.email && { email: spec.email }),
    ...(typeof account === "object" && account),
  });
  return { id: row.id, row };
}

type PlacedChild = ChildSpec & { familyId: number; name: string };

async function createChildren(db: Tx, specs: readonly PlacedChild[]) {
  const fresh = specs.filter(({ existing }) => !existing);
  const created = inOrder(await db.child.createManyAndReturn({ data: fresh.map(childRow) }));
  const known = await db.child.findMany({
    where: { id: { in: specs.flatMap(({ existing }) => existing?.id ?? []) } },
  });
  const placed = specs.map((spec) => ({
    spec,
    child: spec.existing
      ? found(known, spec.existing.id)
      : at(created, fresh.indexOf(spec as (typeof fresh)[number])),
  }));
  await db.familyChild.createMany({
    data: placed.map(({ spec, child }) => ({
      familyId: spec.familyId,
      childId: child.id,
      mayBook: spec.mayBook ?? true,
    })),
  });
  const inscriptions = inOrder(
    await db.inscription.createManyAndReturn({
      data: placed.flatMap(({ spec, child }) =>
        (spec.inscriptions ?? []).map((i) => inscriptionRow(child.id, i)),
      ),
    }),
  );
  return placed.map(({ spec, child }) => ({
    familyId: spec.familyId,
    child: { ...child, inscriptions: inscriptions.filter(({ childId }) => childId === child.id) },
  }));
}

const childRow = (spec: PlacedChild) => ({
  firstName: spec.firstName ?? "Alix",
  lastName: spec.lastName ?? spec.name,
  birthDate: spec.birthDate ? dayToDate(day(spec.birthDate)) : null,
});

const inscriptionRow = (childId: number, { group, from, to }: InscriptionSpec) => ({
  childId,
  groupId: group.id,
  firstDay: from ? dayToDate(day(from)) : group.firstDay,
  lastDay: to ? dayToDate(day(to)) : group.lastDay,
});

function found<R extends { id: number }>(rows: readonly R[], id: number): R {
  const row = rows.find((r) => r.id === id);
  if (!row) throw new Error(`No row of id ${id}`);
  return row;
}

import "server-only";
import type { Authorized } from "@/lib/auth";
import { dateToDay, dateToInstant, dayToDate, prisma } from "@/lib/db";
import type { ContactPerson } from "@/lib/domain/contact";
import { dayOf, momentOfInstant, type Day } from "@/lib/domain/day";
import type { GuardianFacts } from "@/lib/domain/person";
import type { ChildRights } from "@/lib/domain/child-rights";
import { stampOf } from "@/lib/services/settings/stamp";
import { childIncludes, guardianIncludes } from "./family-includes";
import { childFactsOf, type KnownChild } from "./save-child";
import { guardianFactsOf } from "./save-guardian";

export interface AgentGuardian {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  /** Null: no account. `isOpened`: its password was chosen; `invitedOn`: the last link that was sent. */
  readonly account: {
    readonly active: boolean;
    readonly hasSignedIn: boolean;
    readonly isOpened: boolean;
    readonly invitedOn: Day | null;
  } | null;
  /** What an agent may change, and the stamp of it. */
  readonly facts: GuardianFacts;
  readonly stamp: string;
}

export interface AgentChild {
  readonly id: number;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly school: string | null;
  readonly schoolClass: string | null;
  readonly diet: string | null;
  readonly insurer: string | null;
  readonly insurancePolicy: string | null;
  readonly insuranceValidUntil: Day | null;
  readonly category: { readonly id: number; readonly label: string } | null;
  readonly rights: ChildRights;
  readonly rightsReason: string | null;
  /** The child's other families. */
  readonly otherHomes: readonly { readonly id: number; readonly name: string }[];
  /** Answers about the child itself, in the order of the town's list; null: nobody has answered. */
  readonly answers: readonly { readonly label: string; readonly allowed: boolean | null }[];
  /** What this family's contacts are allowed to. */
  readonly contactAnswers: readonly {
    readonly label: string;
    readonly contact: string;
    readonly allowed: boolean;
  }[];
  /** What an agent may change, and the stamp of it. */
  readonly facts: KnownChild;
  readonly stamp: string;
  /** Those that have not ended. */
  readonly inscriptions: readonly {
    readonly id: number;
    readonly activity: string;
    readonly place: string;
    readonly from: Day;
    readonly to: Day;
  }[];
}

/** A family's file as agents see it; health apart (lib/services/family-file/health.ts). */
export interface AgentFamily {
  readonly id: number;
  readonly name: string;
  readonly guardians: readonly AgentGuardian[];
  readonly children: readonly AgentChild[];
  readonly contacts: readonly (ContactPerson & {
    readonly id: number;
    readonly children: readonly string[];
  })[];
}

/** The family of that id, or null. As many statements whatever the number of its children. */
export async function readFamily(
  _agent: Authorized<"read-families">,
  id: number,
  today: Day,
): Promise<AgentFamily | null> {
  const [row, types] = await Promise.all([
    prisma.family.findUnique({
      where: { id },
      include: {
        guardians: { include: guardianIncludes, orderBy: { id: "asc" } },
        children: { include: childIncludes(id, dayToDate(today)) },
        contacts: {
          where: { removedAt: null },
          include: { children: { include: { child: true } } },
          orderBy: { id: "asc" },
        },
      },
    }),
    prisma.authorizationType.findMany({
      where: { active: true, subject: "child" },
      orderBy: { position: "asc" },
    }),
  ]);
  return (
    row && {
      id,
      name: row.name,
      guardians: row.guardians.map(guardianOf),
      children: row.children.map((child) => childOf(child, types)).sort(byAge),
      contacts: row.contacts.map(({ birthDate, children, ...contact }) => ({
        ...contact,
        birthDate: birthDate && dateToDay(birthDate),
        children: children.map(({ child }) => child.firstName),
      })),
    }
  );
}

type FamilyRow = NonNullable<
  Awaited<
    ReturnType<
      typeof prisma.family.findUnique<{
        where: { id: number };
        include: {
          guardians: { include: typeof guardianIncludes };
          children: { include: ReturnType<typeof childIncludes> };
        };
      }>
    >
  >
>;
type ChildRow = FamilyRow["children"][number];

function guardianOf(row: FamilyRow["guardians"][number]): AgentGuardian {
  const { id, firstName, lastName, phone, otherPhone, email, address, account } = row;
  return {
    id,
    name: `${firstName} ${lastName}`,
    phone,
    otherPhone,
    email,
    address,
    account: account && accountOf(account),
    facts: guardianFactsOf(row),
    stamp: stampOf(guardianFactsOf(row)),
  };
}

function accountOf({
  active,
  lastSignInAt,
  passwordHash,
  tokens: [last],
}: NonNullable<FamilyRow["guardians"][number]["account"]>): AgentGuardian["account"] {
  return {
    active,
    hasSignedIn: lastSignInAt !== null,
    isOpened: passwordHash !== null,
    invitedOn: last ? dayOf(momentOfInstant(dateToInstant(last.createdAt))) : null,
  };
}

function childOf(
  { child, familyId, category, mayBook, mayAuthorize, maySeeFile, rightsReason }: ChildRow,
  types: readonly { id: number; label: string }[],
): AgentChild {
  const { school, schoolClass, diet, insurer, insurancePolicy } = child;
  return {
    id: child.id,
    name: `${child.firstName} ${child.lastName}`,
    birthDate: child.birthDate && dateToDay(child.birthDate),
    school,
    schoolClass,
    diet,
    insurer,
    insurancePolicy,
    insuranceValidUntil: child.insuranceValidUntil && dateToDay(child.insuranceValidUntil),
    category: category && { id: category.id, label: category.label },
    rights: { mayBook, mayAuthorize, maySeeFile },
    rightsReason,
    facts: childFactsOf(child),
    stamp: stampOf(childFactsOf(child)),
    otherHomes: child.families
      .filter((home) => home.familyId !== familyId)
      .map(({ family }) => ({ id: family.id, name: family.name })),
    answers: types.map(({ id, label }) => ({
      label,
      allowed:
        child.authorizations.find((a) => a.typeId === id && a.contactId === null)?.allowed ?? null,
    })),
    contactAnswers: child.authorizations.flatMap(({ type, contact, allowed }) =>
      contact
        ? [{ label: type.label, contact: `${contact.firstName} ${contact.lastName}`, allowed }]
        : [],
    ),
    inscriptions: child.inscriptions.map(({ id, group, firstDay, lastDay }) => ({
      id,
      activity: group.activity.label,
      place: [group.establishment.name, group.label].filter(Boolean).join(", "),
      from: dateToDay(firstDay),
      to: dateToDay(lastDay),
    })),
  };
}

/** Eldest first, as prices count them. */
function byAge(a: AgentChild, b: AgentChild): number {
  return (a.birthDate ?? "9999").localeCompare(b.birthDate ?? "9999") || a.id - b.id;
}

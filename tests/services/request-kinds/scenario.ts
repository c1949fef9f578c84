import type { ActionContext } from "@/lib/action/write";
import type { Authorized, AuthorizedFamily } from "@/lib/auth";
import type { AgentScope, scopedPermissions } from "@/lib/domain/access";
import { prisma } from "@/lib/db";
import { day, instantOfMoment, moment } from "@/lib/domain/day";
import type { ServiceRequest } from "@/lib/generated/prisma/client";
import { agentProof, anActor, familyProof } from "@/tests/support/actors";
import { anAccount, type BuiltAccount } from "@/tests/support/builders/account";
import { anActivity, unitOf, type BuiltActivity } from "@/tests/support/builders/activity";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { aGroup } from "@/tests/support/builders/group";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { aRequest, type LineSpec } from "@/tests/support/builders/service-request";
import type { Decision } from "@/lib/services/reservations/decide";

/** Wednesdays of September 2025. */
export const wednesdays = ["2025-09-03", "2025-09-10", "2025-09-17", "2025-09-24"] as const;

/** A Wednesday centre that examines everything, a child of two families, a stranger, two agents. */
export interface Scenario {
  readonly wednesday: BuiltActivity;
  readonly establishmentId: number;
  readonly family: BuiltFamily;
  /** The other family of the same child. */
  readonly otherHome: BuiltFamily;
  readonly stranger: BuiltFamily;
  readonly agent: BuiltAccount;
  readonly colleague: BuiltAccount;
  readonly request: (lines?: readonly Line[]) => Promise<ServiceRequest>;
}

/** A line without its unit's row: the day, and what differs from a waiting addition of a "Journée". */
export type Line = Omit<LineSpec, "unit">;

export const threeWaiting: readonly Line[] = wednesdays.slice(0, 3).map((day) => ({ day }));

export async function aScenario(): Promise<Scenario> {
  const schoolYear = await aSchoolYear(prisma);
  const wednesday = await anActivity(prisma, {
    label: "Centre de Loisirs Mercredis",
    additions: "examined",
    removals: "examined",
    units: [{ code: "JOURNEE", label: "Journée", nounSingular: "journée", nounPlural: "journées" }],
  });
  const group = await aGroup(prisma, {
    activity: wednesday,
    schoolYear,
    openings: [{ weekdays: [3] }],
  });
  const family = await aFamily(prisma, {
    name: "Dupont",
    guardians: [
      { firstName: "Madelaine", email: "madelaine@exemple.fr", phone: "01 99 00 12 12" },
      { firstName: "Thomas", email: "thomas@exemple.fr" },
    ],
    children: [{ firstName: "Léo", inscriptions: [{ group }] }],
  });
  const child = only(family.children);
  const otherHome = await aFamily(prisma, { name: "Martin", children: [{ existing: child }] });
  const stranger = await aFamily(prisma, { name: "Durand" });
  const agentOf = (firstName: string, lastName: string) =>
    anAccount(prisma, {
      role: "activityAgent",
      firstName,
      lastName,
      scopes: [{ activityId: wednesday.id }],
    });
  return {
    wednesday,
    establishmentId: group.establishmentId,
    family,
    otherHome,
    stranger,
    agent: await agentOf("Nadia", "Leroy"),
    colleague: await agentOf("Paul", "Morel"),
    request: (lines = threeWaiting) =>
      aRequest(prisma, {
        family,
        inscription: only(child.inscriptions),
        lines: lines.map((line) => ({ ...line, unit: unitOf(wednesday) })),
      }),
  };
}

/** What an agent may do, on 15 July 2025 at 10:09. */
export function agentContext(
  agent: BuiltAccount,
  scopes: readonly AgentScope[] = agent.agentScopes.map(({ activityId, establishmentId }) => ({
    activityId: activityId ?? "every",
    establishmentId: establishmentId ?? "every",
  })),
): ActionContext<Authorized<(typeof scopedPermissions)[number]>> {
  const { id: accountId, firstName, lastName, email } = agent;
  const actor = anActor({
    accountId,
    role: "activityAgent",
    firstName,
    lastName,
    email,
    scopes: [...scopes],
  });
  return { actor, proof: agentProof(agent, scopes), ...at("2025-07-15T10:09") };
}

/** An agent's answer to some dates of the Wednesdays' unit: accepted, unless said otherwise. */
export function aDecision(
  { wednesday }: Pick<Scenario, "wednesday">,
  number: number,
  days: readonly string[],
  over: Partial<Decision> = {},
): Decision {
  const unitId = wednesday.units[0]?.id ?? 0;
  return {
    number,
    decision: "accept",
    lines: days.map((d) => ({ unitId, day: day(d) })),
    count: days.length,
    others: "wait",
    reason: null,
    idempotencyKey: crypto.randomUUID(),
    ...over,
  };
}

/** What a guardian may do, on 15 July 2025 at 10:09 unless said otherwise. */
export function guardianOf(
  family: BuiltFamily,
  options: { guardian?: number; on?: string } = {},
): ActionContext<AuthorizedFamily> {
  const guardian = family.guardians[options.guardian ?? 0];
  if (!guardian?.accountId) throw new Error("This guardian has no account");
  const { firstName, lastName, email, accountId } = guardian;
  const actor = anActor({ accountId, firstName, lastName, email: email ?? "" });
  const proof = familyProof({ id: accountId }, family);
  return { actor, proof, ...at(options.on ?? "2025-07-15T10:09") };
}

function at(text: string) {
  return { now: instantOfMoment(moment(text)), moment: moment(text) };
}

/** All that is stored of a request: its state, its lines, and the child's reservations. */
export async function stored(request: { id: string }) {
  const row = await prisma.serviceRequest.findUniqueOrThrow({
    where: { id: request.id },
    include: { lines: { orderBy: { day: "asc" } }, events: { orderBy: { id: "asc" } } },
  });
  const reservations = await prisma.reservation.findMany({
    where: { inscriptionId: row.inscriptionId ?? 0 },
    orderBy: { day: "asc" },
  });
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  return {
    state: row.state,
    decided: row.decidedAt !== null,
    lines: row.lines.map(({ day, change, state }) => `${dayOf(day)} ${change} ${state}`),
    reservations: reservations.map(({ day, state }) => `${dayOf(day)} ${state}`),
    events: row.events.map(({ kind, actorName, message }) => ({ kind, actorName, message })),
  };
}

function only<R>(rows: readonly R[]): R {
  const [row] = rows;
  if (row === undefined) throw new Error("No row");
  return row;
}

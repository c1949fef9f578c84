import { midYear } from "@/tests/support/midyear-clock";
import { readAgents, type Agent } from "@/lib/services/agents/read-agents";
import { asAccount, asNobody, townAgentProof } from "@/tests/support/actors";
import { prisma } from "@/lib/db";
import { agentRoles, type AccountRole, type AgentRole } from "@/lib/domain/access";
import { anAccount, aSession, type BuiltAccount } from "@/tests/support/builders/account";
import { unitOf } from "@/tests/support/builders/activity";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { someReservations } from "@/tests/support/builders/reservation";
import { aRequest } from "@/tests/support/builders/service-request";
import {
  draftAndRecap,
  manualWeek,
  schoolYearNamed,
  weekWishes,
} from "@/tests/support/booking-drafts";
import { guardianContext, type Duponts } from "@/tests/support/duponts";
import { formOf } from "@/lib/services/authorizations/demarche-slug";
import { saveFormDraft } from "@/lib/services/operational/form-drafts";
import { writeAuthorizationTypes } from "@/prisma/seed/authorizations";
import { writeDocumentTypes } from "@/prisma/seed/supporting-documents";
import { aShownContact, type ShownContact } from "./contact";
import { theShownFile, type ShownFile } from "./family-file";
import { theShownMeans, type ShownMeans } from "./means";
import { theShownSettings, type ShownSettings } from "./settings";
import { thePricedDuponts } from "@/tests/support/priced-duponts";
import type { ServiceRequest } from "@/lib/generated/prisma/client";
import type { SubmissionInput } from "@/lib/services/reservations/submit";

/** Everybody who may try. `elsewhere`: an agent of an activity that has nothing to do with it. */
export const everybody = [
  "nobody",
  "parent",
  "stranger",
  "separatedParent",
  "agentElsewhere",
  ...agentRoles,
] as const;
export type Person = (typeof everybody)[number];

const agentRoleOf = Object.fromEntries(agentRoles.map((role) => [role, role])) as {
  readonly [R in AgentRole]: R;
};

export const roleOf: Readonly<Record<Exclude<Person, "nobody">, AccountRole>> = {
  parent: "guardian",
  stranger: "guardian",
  separatedParent: "guardian",
  agentElsewhere: "activityAgent",
  ...agentRoleOf,
};

/** A family with a draft, a request that waits and a reservation, and all those around it. */
export interface World {
  readonly duponts: Duponts;
  readonly schoolYearId: number;
  readonly request: ServiceRequest;
  readonly sending: SubmissionInput;
  /** Monday's canteen of Léo, past its cut-off. */
  readonly lateCell: string;
  /** A meal that the family holds, in time to be cancelled. */
  readonly reservedPlace: string;
  readonly inscriptionId: number;
  readonly childId: number;
  /** Whether the child may be photographed: answered at step 1, not sent yet. */
  readonly photoTypeId: number;
  readonly contact: ShownContact;
  /** The category of the child's price. */
  readonly categoryId: number;
  readonly draftTariff: { id: number; revision: number };
  /** What agents see of the family's means before they change them. */
  readonly means: ShownMeans;
  /** A child's insurance. */
  readonly documentTypeId: number;
  readonly file: ShownFile;
  readonly settings: ShownSettings;
  /** The families of those who are guardians, and their accounts. */
  readonly homes: ReadonlyMap<Person, number>;
  readonly accounts: Accounts;
  /** An animator, as an administrator sees it. */
  readonly animator: Agent;
  /** Another device of the parent's. */
  readonly parentSession: string;
  /** This person is signed in from now on. */
  as(person: Person): Promise<void>;
}

export async function theWorld(): Promise<World> {
  const duponts = await thePricedDuponts(midYear.slice(0, 10));
  const { family, town } = duponts;
  const schoolYearId = await schoolYearNamed("2026-2027");
  const inscriptionId = duponts.inscription("RESTO_R_PREVERT", "Léo", "2026-2027");
  const canteen = town.activities.get("RESTO");
  const wednesdays = town.activities.get("CL_MERCREDIS");
  if (!canteen || !wednesdays) throw new Error("The demo town has a canteen and Wednesdays");
  const meal = unitOf(canteen);
  await someReservations(prisma, [
    { inscription: { id: inscriptionId }, unit: meal, day: "2026-12-04", family },
  ]);
  const inscription = await prisma.inscription.findUniqueOrThrow({
    where: { id: duponts.inscription("CLM_PETITS_PREVERT", "Lucas", "2026-2027") },
  });
  const request = await aRequest(prisma, {
    family,
    inscription,
    lines: [{ unit: unitOf(wednesdays, "JOURNEE"), day: "2026-12-16" }],
  });
  const ctx = guardianContext(family, midYear);
  const sending = await draftAndRecap(ctx, schoolYearId, (context) =>
    weekWishes(context, manualWeek),
  );
  const draftTariff = await prisma.tariffVersion.findFirstOrThrow({ where: { state: "draft" } });
  const category = await prisma.tariffCategory.findUniqueOrThrow({ where: { code: "ENFANT" } });
  const [child] = family.children;
  const types = await writeAuthorizationTypes(prisma);
  const photo = types.get("PHOTOGRAPHIE");
  if (!child || !photo) throw new Error("The family has a child, the town a list");
  await saveFormDraft(
    ctx.proof,
    formOf(child.id),
    [{ typeId: photo.id, contactId: null, allowed: true }],
    ctx.now,
  );
  const documentTypeId = await insuranceTypeId();
  const { accounts, homes } = await theAccounts(family, canteen.id, wednesdays.id);
  return {
    duponts,
    schoolYearId,
    request,
    sending,
    lateCell: `${inscriptionId}|${meal.id}|2026-11-24`,
    reservedPlace: `${inscriptionId}|${meal.id}|2026-12-04|atOnce`,
    inscriptionId,
    childId: child.id,
    photoTypeId: photo.id,
    contact: await aShownContact(family, types, midYear),
    categoryId: category.id,
    draftTariff,
    means: await theShownMeans(family.id),
    documentTypeId,
    file: await theShownFile(family, midYear),
    settings: await theShownSettings(family, documentTypeId),
    homes,
    accounts,
    animator: await theAnimator(accounts.animator.id),
    parentSession: (await aSession(prisma, { account: accounts.parent })).id,
    async as(person) {
      if (person === "nobody") return asNobody();
      await asAccount(accounts[person]);
    },
  };
}

async function insuranceTypeId(): Promise<number> {
  const type = (await writeDocumentTypes(prisma)).get("ASSURANCE");
  if (!type) throw new Error("The demo town asks for the insurance");
  return type.id;
}

async function theAnimator(id: string): Promise<Agent> {
  const agents = await readAgents(townAgentProof({ id }));
  const animator = agents.find((agent) => agent.id === id);
  if (!animator) throw new Error("An animator is an agent");
  return animator;
}

type Accounts = Record<Exclude<Person, "nobody">, { id: string }>;

async function theAccounts(
  family: BuiltFamily,
  elsewhereId: number,
  activityId: number,
): Promise<Pick<World, "accounts" | "homes">> {
  const stranger = await aFamily(prisma, { name: "Durand", children: [{}] });
  const otherHome = await aFamily(prisma, {
    name: "Martin",
    children: family.children.map((existing) => ({ existing, mayBook: false })),
  });
  await prisma.familyChild.updateMany({
    where: { familyId: otherHome.id },
    data: { mayAuthorize: false },
  });
  const agent = (role: AgentRole, scopedTo: number): Promise<BuiltAccount> =>
    anAccount(prisma, { role, scopes: [{ activityId: scopedTo }] });
  const agents = await Promise.all(
    agentRoles.map(async (role) => [role, await agent(role, activityId)] as const),
  );
  return {
    accounts: {
      parent: accountOf(family),
      stranger: accountOf(stranger),
      separatedParent: accountOf(otherHome),
      agentElsewhere: await agent("activityAgent", elsewhereId),
      ...(Object.fromEntries(agents) as Record<AgentRole, BuiltAccount>),
    },
    homes: new Map<Person, number>([
      ["parent", family.id],
      ["stranger", stranger.id],
      ["separatedParent", otherHome.id],
    ]),
  };
}

function accountOf({ guardians }: BuiltFamily): { id: string } {
  const id = guardians[0]?.accountId;
  if (!id) throw new Error("The first guardian has an account");
  return { id };
}

/** All that is stored of the family and of the town, to see that nothing of it has moved. */
export async function everythingOf({ duponts }: World): Promise<string> {
  const { id } = duponts.family;
  const [row] = await prisma.$queryRaw<{ all: unknown }[]>`
    SELECT json_build_array(
      (SELECT json_agg(r ORDER BY r."inscriptionId", r.day, r."unitId") FROM "Reservation" r),
      (SELECT json_agg(q ORDER BY q.number) FROM "ServiceRequest" q WHERE q."familyId" = ${id}),
      (SELECT json_agg(l ORDER BY l."requestId", l.day) FROM "RequestLine" l
        JOIN "ServiceRequest" q ON q.id = l."requestId" WHERE q."familyId" = ${id}),
      (SELECT json_agg(d ORDER BY d."schoolYearId") FROM "Draft" d WHERE d."familyId" = ${id}),
      (SELECT json_agg(f ORDER BY f."childId") FROM "FamilyChild" f WHERE f."familyId" = ${id}),
      (SELECT json_agg(f ORDER BY f."firstDay") FROM "FamilyQuotient" f WHERE f."familyId" = ${id}),
      (SELECT count(*) FROM "AuditEvent" e WHERE e.kind = 'health-read'),
      (SELECT json_agg(c ORDER BY c.id) FROM "Child" c),
      (SELECT json_agg(h."childId" ORDER BY h."childId") FROM "ChildHealth" h),
      (SELECT count(*) FROM "AccountToken"),
      (SELECT json_agg(a ORDER BY a.id) FROM "Authorization" a),
      (SELECT json_agg(k ORDER BY k.id) FROM "Contact" k),
      (SELECT json_agg(k ORDER BY k."contactId", k."childId") FROM "ContactChild" k),
      (SELECT count(*) FROM "AuthorizationConfirmation"),
      (SELECT json_agg(d ORDER BY d.id) FROM "IssuedDocument" d),
      (SELECT json_agg(d ORDER BY d.id) FROM "SupportingDocument" d),
      (SELECT json_agg(f ORDER BY f.id) FROM "StoredFile" f),
      (SELECT json_agg(d ORDER BY d.subject) FROM "FormDraft" d WHERE d."familyId" = ${id}),
      (SELECT json_agg(g ORDER BY g.id) FROM "Guardian" g WHERE g."familyId" = ${id}),
      (SELECT json_agg(h ORDER BY h.id) FROM "FamilyFileChange" h),
      (SELECT json_agg(t ORDER BY t.id) FROM "AuthorizationType" t),
      (SELECT json_agg(t ORDER BY t.id) FROM "SupportingDocumentType" t),
      (SELECT json_agg(t ORDER BY t.id) FROM "Diet" t),
      (SELECT json_agg(t ORDER BY t.field) FROM "FamilyFieldRule" t),
      (SELECT json_agg(v ORDER BY v.id) FROM "TariffVersion" v),
      (SELECT count(*) FROM "TariffRule"),
      (SELECT json_agg(json_build_array(a.id, a.email, a.role, a."passwordHash") ORDER BY a.id) FROM "Account" a),
      (SELECT json_agg(s ORDER BY s.id) FROM "AgentScope" s)
    ) AS all`;
  return JSON.stringify(row?.all);
}

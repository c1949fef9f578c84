import { randomUUID } from "node:crypto";
import { midYear } from "@/tests/support/midyear-clock";
import { readAgents, type Agent } from "@/lib/services/agents/read-agents";
import { asAccount, asNobody, townAgentProof } from "@/tests/support/actors";
import { prisma } from "@/lib/db";
import { agentRoles, type AccountRole, type AgentRole } from "@/lib/domain/access";
import { anAccount, aSession, type BuiltAccount } from "@/tests/support/builders/account";
import { unitOf } from "@/tests/support/builders/activity";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { someReservations } from "@/tests/support/builders/reservation";
import { aMessage } from "@/tests/support/builders/request-message";
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
import { aFileOfFamilies, type ShownFileOfFamilies } from "./importing";
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
  /** What the parent wrote about it, and nobody answered. */
  readonly writtenMessage: number;
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
  /** A file that an administrator sent and did not import. */
  readonly importing: ShownFileOfFamilies;
  /** The families of those who are guardians, and their accounts. */
  readonly homes: ReadonlyMap<Person, number>;
  readonly accounts: Accounts;
  /** An animator, as an administrator sees it. */
  readonly animator: Agent;
  /** Another device of the parent's. */
  readonly parentSession: string;
  readonly parentPasskey: string;
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
    writtenMessage: await aMessage(prisma, { request, side: "family" }),
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
    importing: await aFileOfFamilies(accounts.administrator, midYear),
    homes,
    accounts,
    animator: await theAnimator(accounts.animator.id),
    parentPasskey: await aPasskey(accounts.parent.id),
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

async function aPasskey(accountId: string): Promise<string> {
  const made = { id: randomUUID(), credentialId: randomUUID(), publicKey: new Uint8Array(1) };
  const said = { counter: 0, isSynced: false, isBackedUp: false, aaguid: "", label: "Clé" };
  const { id } = await prisma.passkey.create({
    data: { ...made, ...said, accountId, createdAt: new Date() },
  });
  return id;
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

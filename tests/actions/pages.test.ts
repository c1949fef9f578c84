import "@/tests/support/midyear-clock";
import { anActor, asAccount, asNobody } from "@/tests/support/actors";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { menuOf } from "@/app/menu";
import { prisma } from "@/lib/db";
import {
  accountRoles,
  agentRoles,
  roleMay,
  type AccountRole,
  type AgentPermission,
  type AgentRole,
} from "@/lib/domain/access";
import { anAccount } from "@/tests/support/builders/account";

const mockAsked: AgentPermission[] = [];

// Only heard: the page is answered by the real one.
jest.mock("@/lib/auth", () => {
  const real = jest.requireActual<typeof import("@/lib/auth")>("@/lib/auth");
  return {
    ...real,
    requirePermission: (...permissions: [AgentPermission, ...AgentPermission[]]) => {
      mockAsked.push(...permissions);
      return real.requirePermission(...permissions);
    },
  };
});

/** What each page of the agents needs, by the beginning of its address: the longest counts. */
const needs: Readonly<Record<string, readonly AgentPermission[]>> = {
  "app/admin/actualites": ["manage-news"],
  "app/admin/agents": ["manage-agents"],
  "app/admin/demandes": ["read-requests"],
  "app/admin/effectifs": ["read-day-list"],
  "app/admin/familles": ["read-families"],
  "app/admin/familles/[id]/quotient": ["read-families", "change-families"],
  "app/admin/familles/[id]/justificatif": ["read-families", "change-families"],
  "app/admin/familles/[id]/enfants": ["read-families", "change-families"],
  "app/admin/familles/[id]/reserver": ["read-families", "change-families"],
  "app/admin/familles/[id]/responsables": ["read-families", "change-families"],
  "app/admin/familles/nouvelle": ["read-families", "change-families"],
  "app/admin/fermetures": ["manage-closures"],
  "app/admin/infos-pratiques": ["manage-news"],
  "app/admin/import": ["import-town"],
  "app/admin/journal": ["read-journal"],
  "app/admin/reglages": ["manage-settings"],
  "app/admin/tarifs": ["manage-tariffs"],
};

function needOf(file: string): readonly AgentPermission[] {
  const [longest] = Object.keys(needs)
    .filter((start) => file.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length);
  if (!longest) throw new Error(`Nobody has said who may see ${file}`);
  return needs[longest] ?? [];
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesIn(path);
    return entry.name === "page.tsx" && folder !== "app/admin" ? [path] : [];
  });
}

type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<unknown>;

/** "seen", or what Next was told: "404", or the address of a redirection. */
async function visit(file: string): Promise<string> {
  const { default: page } = (await import(`@/${file.replace(/\.tsx$/, "")}`)) as { default: Page };
  const nowhere = { id: "999999", number: "999999", childId: "999999" };
  const props = { params: Promise.resolve(nowhere), searchParams: Promise.resolve({}) };
  return page(props).then(
    () => "seen",
    (thrown: { digest?: string }) => {
      const [, code = "", path = ""] =
        /^NEXT_(?:HTTP_ERROR_FALLBACK;(404)|REDIRECT;\w+;([^;]*))/.exec(thrown.digest ?? "") ?? [];
      if (code === "" && path === "") throw thrown;
      return code || path;
    },
  );
}

const pages = pagesIn("app/admin");
const accounts = new Map<AccountRole, { id: string }>();

beforeAll(async () => {
  for (const role of accountRoles)
    accounts.set(role, await anAccount(prisma, { role, scopes: [{}] }));
});

test("there are pages to try", () => expect(pages.length).toBeGreaterThan(20));

test.each(pages)(
  "%s is for those who hold its permissions, and does not exist for the others",
  async (file) => {
    const need = needOf(file);
    for (const [role, account] of accounts) {
      await asAccount(account);
      mockAsked.length = 0;
      const answer = await visit(file);
      expect([role, [...new Set(mockAsked)].sort()]).toEqual([role, [...need].sort()]);
      if (!need.every((permission) => roleMay(role, permission)))
        expect([role, answer]).toEqual([role, "404"]);
      // An id that does not exist is "introuvable" for everybody.
      else if (!file.includes("[")) expect([role, answer]).toEqual([role, "seen"]);
    }
    asNobody();
    expect(await visit(file)).toBe("/connexion");
  },
);

const menus: Readonly<Record<AgentRole, readonly string[]>> = {
  administrator: [
    "demandes",
    "effectifs",
    "familles",
    "fermetures",
    "tarifs",
    "actualites",
    "infos-pratiques",
    "reglages",
    "agents",
  ],
  educationService: [
    "demandes",
    "effectifs",
    "familles",
    "fermetures",
    "tarifs",
    "actualites",
    "infos-pratiques",
    "reglages",
  ],
  desk: ["demandes", "familles"],
  tariffs: ["tarifs"],
  activityAgent: ["demandes", "effectifs"],
  animator: ["effectifs"],
};

test.each(agentRoles)(
  "the menu of %s holds what it may see, and its door is the first",
  async (role) => {
    const hrefs = menus[role].map((name) => `/admin/${name}`);
    expect(menuOf(anActor({ role }), false).map((item) => "href" in item && item.href)).toEqual([
      ...hrefs,
      "/compte",
    ]);
    await asAccount(accounts.get(role) ?? { id: "" });
    expect(await visit("app/admin/page.tsx")).toBe(hrefs[0]);
    for (const href of hrefs) expect(await visit(`app${href}/page.tsx`)).toBe("seen");
  },
);

test("the agents' door does not exist for a parent", async () => {
  await asAccount(accounts.get("guardian") ?? { id: "" });
  expect(await visit("app/admin/page.tsx")).toBe("404");
});

// The town's journal: who did what and when, by its filters, page after page.
import { journalViewOf } from "@/app/admin/journal/filters";
import { prisma } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { lastEvents, type JournalFilters } from "@/lib/services/journal/journal-filters";
import { readJournal } from "@/lib/services/journal/read-journal";
import { townAgentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { aFamily } from "@/tests/support/builders/family";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";

type Account = Awaited<ReturnType<typeof anAccount>>;

let nadia: Account;
let paul: Account;
let duponts: { id: number };

beforeEach(async () => {
  await emptyTables();
  nadia = await anAccount(prisma, {
    role: "administrator",
    firstName: "Nadia",
    lastName: "Leroy",
    email: "n.leroy@clairval.example",
  });
  paul = await anAccount(prisma, { role: "desk", firstName: "Paul", lastName: "Évrard" });
  duponts = await aFamily(prisma, { name: "Dupont" });
});

/** An event, at ten in the morning of UTC unless told. */
async function anEvent(
  kind: string,
  on: string,
  its: {
    by?: Account;
    family?: { id: number };
    subject?: string;
    data?: Prisma.InputJsonObject;
  } = {},
): Promise<string> {
  const { id } = await prisma.auditEvent.create({
    data: {
      kind,
      at: new Date(on.length === 10 ? `${on}T10:00:00Z` : on),
      accountId: its.by?.id ?? null,
      familyId: its.family?.id ?? null,
      subject: its.subject ?? null,
      data: its.data ?? {},
    },
  });
  return String(id);
}

async function found(query: Record<string, string> = {}) {
  const view = journalViewOf(query);
  const page = await readJournal(townAgentProof(nadia), view, view.before);
  if ("tooMany" in page) throw new Error(page.tooMany);
  return page;
}

const kindsFound = async (query: Record<string, string>) =>
  (await found(query)).events.map(({ kind }) => kind);

test("every event, latest first, with who did it and what it is about", async () => {
  const { id } = await prisma.department.create({
    data: { name: "Éducation", email: "education@clairval.example" },
  });
  await anEvent("signed-in", "2026-09-02", { by: paul, subject: `account ${paul.id}` });
  await anEvent("agent-closed", "2026-09-03", { by: nadia, subject: `account ${paul.id}` });
  await anEvent("department-changed", "2026-09-01", { by: nadia, subject: `department ${id}` });
  await anEvent("family-imported", "2026-09-04", { family: duponts });
  expect(
    (await found()).events.map(({ kind, by, about, familyName }) => [kind, by, about, familyName]),
  ).toEqual([
    ["family-imported", null, null, "Dupont"],
    ["agent-closed", "Nadia Leroy", "Paul Évrard", null],
    ["signed-in", "Paul Évrard", null, null],
    ["department-changed", "Nadia Leroy", "Éducation", null],
  ]);
});

test("by who: the beginnings of a name without accents, or the address", async () => {
  await anEvent("signed-in", "2026-09-01", { by: paul });
  await anEvent("agent-closed", "2026-09-02", { by: nadia });
  await anEvent("reset-link-sent", "2026-09-03");
  expect(await kindsFound({ qui: "evr pau" })).toEqual(["signed-in"]);
  expect(await kindsFound({ qui: "n.leroy@clairval.example" })).toEqual(["agent-closed"]);
  expect(await kindsFound({ qui: "personne" })).toEqual([]);
  expect(await kindsFound({ qui: "?!" })).toEqual([]);
});

test("by what: a group or one kind, and by family; all filters together", async () => {
  const its = { by: paul, family: duponts };
  await anEvent("request-accepted", "2026-09-01", { ...its, subject: "request 12" });
  await anEvent("request-refused", "2026-09-02", { by: nadia, family: duponts });
  await anEvent("quotient-added", "2026-09-03", its);
  await anEvent("tariff-published", "2026-09-04", { by: nadia });
  expect(await kindsFound({ quoi: "demandes" })).toEqual(["request-refused", "request-accepted"]);
  expect(await kindsFound({ quoi: "request-refused" })).toEqual(["request-refused"]);
  expect(await kindsFound({ famille: "dupont" })).toHaveLength(3);
  expect(await kindsFound({ famille: "dupont", quoi: "demandes", qui: "paul" })).toEqual([
    "request-accepted",
  ]);
  expect(await kindsFound({ qui: "nadia", quoi: "tarifs" })).toEqual(["tariff-published"]);
  expect(await kindsFound({ famille: "martin" })).toEqual([]);
});

test("by days of Paris, first and last included", async () => {
  await anEvent("signed-in", "2026-08-31T21:59:59.999Z");
  await anEvent("passkey-added", "2026-08-31T22:00:00Z");
  await anEvent("passkey-removed", "2026-09-01T21:59:59.999Z");
  await anEvent("email-changed", "2026-09-01T22:00:00Z");
  expect(await kindsFound({ du: "2026-09-01", au: "2026-09-01" })).toEqual([
    "passkey-removed",
    "passkey-added",
  ]);
  expect(await kindsFound({ du: "1900-01-01", au: "2199-12-31" })).toHaveLength(4);
  expect(await kindsFound({ du: "2026-09-02", au: "2026-09-01" })).toEqual([]);
});

test("fifty a page; each event once, whatever is written meanwhile", async () => {
  const ids: string[] = [];
  // Two of each instant.
  for (let n = 0; n < 120; n++)
    ids.push(await anEvent("signed-in", `2026-09-01T10:00:${String(n >> 1).padStart(2, "0")}Z`));
  const first = await found();
  await anEvent("passkey-added", "2026-09-02");
  const second = await found({ avant: first.next ?? "" });
  const third = await found({ avant: second.next ?? "" });
  const seen = [first, second, third].map(({ events }) => events.map(({ id }) => id));
  expect(seen.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(seen.flat()).toEqual([...ids].reverse());
  expect(third.next).toBeNull();
  // A number that the journal does not have, or never will.
  expect((await found({ avant: "999999999999999999" })).events).toHaveLength(50);
  expect(await kindsFound({ avant: "9999999999999999999" })).toHaveLength(50);
});

test("a kind of another version hides no other, and nothing that is typed is a fault", async () => {
  await anEvent("of-tomorrow", "2026-09-01");
  await anEvent("signed-in", "2026-09-02");
  expect(await kindsFound({})).toEqual(["signed-in", "of-tomorrow"]);
  const typed = { qui: "", quoi: "toutes", famille: "", du: "2026-02-30", au: "hier", avant: "-1" };
  expect(journalViewOf(typed).ignored).toEqual(["quoi", "du", "au", "avant"]);
  expect(await kindsFound(typed)).toHaveLength(2);
});

test("a name of too many is asked for more of it", async () => {
  await prisma.family.createMany({ data: Array.from({ length: 101 }, () => ({ name: "Martin" })) });
  const view = journalViewOf({ famille: "martin" });
  expect(await readJournal(townAgentProof(nadia), view, null)).toEqual({ tooMany: "family" });
});

test("two statements at most, one without names", async () => {
  const asked = journalViewOf({ qui: "nadia", famille: "dupont", quoi: "tarifs", avant: "3" });
  const agent = townAgentProof(nadia);
  const two = await withStatements(() => readJournal(agent, asked, asked.before));
  expect(two.statements).toHaveLength(2);
  const one = await withStatements(() => readJournal(agent, journalViewOf({}), null));
  expect(one.statements).toHaveLength(1);
});

test("however long the journal, an index serves each filter", async () => {
  await prisma.$executeRaw`
    INSERT INTO "AuditEvent" (at, "accountId", kind, "familyId", data)
    SELECT '2026-01-01'::timestamptz + make_interval(mins => n),
      CASE WHEN n % 3 = 0 THEN ${nadia.id}::uuid END,
      CASE WHEN n % 1000 = 0 THEN 'tariff-published' ELSE 'signed-in' END,
      CASE WHEN n % 2 = 0 THEN n % 5000 END, '{}'
    FROM generate_series(1, 30000) n`;
  await prisma.$executeRaw`ANALYZE "AuditEvent"`;
  const from = journalViewOf({ du: "2026-01-05", au: "2026-01-06" });
  const tariffs: JournalFilters = journalViewOf({ quoi: "tarifs" });
  const all = journalViewOf({});
  const every = { accounts: "every", families: "every" } as const;
  const plans = [
    lastEvents(all, every, { before: null, count: 51 }),
    lastEvents(all, every, { before: "15000", count: 51 }),
    lastEvents(from, every, { before: null, count: 51 }),
    lastEvents(tariffs, every, { before: null, count: 51 }),
    lastEvents(all, { ...every, accounts: [nadia.id] }, { before: null, count: 51 }),
    lastEvents(tariffs, { ...every, families: [2, 4] }, { before: null, count: 51 }),
  ].map(async (sql) => {
    const rows = await prisma.$queryRaw<{ "QUERY PLAN": string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${sql}`,
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  for (const plan of await Promise.all(plans)) {
    expect(plan).toMatch(/Index (Only )?Scan (Backward )?(using|on) "AuditEvent_\w*at_id_idx"/);
    expect(plan).not.toMatch(/Seq Scan on "AuditEvent"/);
  }
});

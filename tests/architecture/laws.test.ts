// The laws of the house. Each is also shown files that break it: a law that cannot fail is none.
import {
  familyWritesNameTheirFamily,
  noInlineServerFunctions,
  serverFilesExportActions,
  writingRoutesAreRoutes,
} from "@/tests/support/architecture/entry-points";
import { law, sources } from "@/tests/support/architecture/law";
import {
  componentsStandOnPlainFiles,
  domainImportsItself,
  libStandsBelow,
  noCycles,
  nobodyImportsApp,
  prismaHasItsPlaces,
  serverFilesSaySo,
  servicesStandInOrder,
  sharedKnowsNoKind,
  townStandsBelow,
  uiKnowsNoDomain,
  zodStaysOnTheServer,
} from "@/tests/support/architecture/layers";
import { placesHaveOneOwner } from "@/tests/support/architecture/places";
import {
  nullNeverMeansAll,
  pagesAskForPermissions,
  sqlTakesNoNullForAll,
} from "@/tests/support/architecture/rights";
import {
  brandsAreCastAtHome,
  domainSeesNothingOutside,
  escapesStandInExpressions,
  filesStaySmall,
  numbersComeLast,
  sqlNamesWhatItMeans,
  sqlReadsNoClock,
  switchesNameEveryCase,
  timeIsReadInTheClock,
} from "@/tests/support/architecture/shape";
const serverFile = { "lib/db.ts": `import "server-only"; export const prisma = 1;` };
const day = { "lib/domain/day.ts": `export type Day = string & Brand<"Day">;` };

test("the laws read the repository", () => {
  expect(sources.map(({ path }) => path)).toContain("tests/architecture/laws.test.ts");
});

law("the domain imports only itself", domainImportsItself, [
  { "lib/domain/day.ts": `import { z } from "zod";` },
  { "lib/domain/day.ts": `import { env } from "@/lib/env";` },
  { "lib/domain/booking/plan.ts": `export type Tx = import("../../commit").Tx;` },
]);

law("the domain sees nothing outside", domainSeesNothingOutside, [
  { "lib/domain/opening.ts": `export const d = new Date(0);` },
  { "lib/domain/opening.ts": `export const mode = process.env["APP_MODE"];` },
  { "lib/domain/day-words.ts": `export const f = new Intl.DateTimeFormat("fr");` },
]);

law("lib knows neither pages nor components", libStandsBelow, [
  { "lib/services/home.ts": `import { Card } from "@/components/ui/card";` },
  { "lib/demarche.ts": `import type { Step } from "../app/step";` },
]);

law("no escape is shown as it is written", escapesStandInExpressions, [
  { "app/page.tsx": "export const p = <p>Pour qui\\u00a0?</p>;" },
  { "components/ui/card.tsx": "export const c = <Card title='Pour qui\\u00a0?' />;" },
]);

law("the town's settings know only the domain", townStandsBelow, [
  { "town/town.ts": `import { env } from "@/lib/env";` },
]);

law("only Next and tests import app", nobodyImportsApp, [
  { "components/portal/menu.tsx": `import { catalogue } from "@/app/catalogue";` },
  { "prisma/seed.ts": `const c = await import("../app/catalogue");` },
]);

law("components stand on the domain and on plain files", componentsStandOnPlainFiles, [
  { ...serverFile, "components/portal/grid.tsx": `import { prisma } from "@/lib/db";` },
  { ...serverFile, "components/portal/grid.tsx": `import type { Row } from "@/lib/db";` },
  { "components/portal/grid.tsx": `import { headers } from "next/headers";` },
  { "components/portal/grid.tsx": `import { save } from "@/app/actions";` },
]);

law("components/ui has not one domain word", uiKnowsNoDomain, [
  { "components/ui/field.tsx": `import { formatDay } from "@/lib/domain/day-words";` },
  { "components/ui/field.tsx": `import { Cell } from "../portal/cell";` },
]);

law("Prisma is imported in its places only", prismaHasItsPlaces, [
  { "lib/route.ts": `import { prisma } from "@/lib/db";` },
  { "app/page.tsx": `import { Prisma } from "@/lib/generated/prisma/client";` },
  { "app/page.tsx": `import pg from "pg";` },
]);

law("what needs a server says so first", serverFilesSaySo, [
  { "lib/agenda.ts": `import { createHash } from "node:crypto";` },
  { ...serverFile, "lib/home.ts": `import { prisma } from "./db";` },
  { "lib/late.ts": `import { env } from "./env"; import "server-only"; import "node:fs";` },
]);

law("zod stays on the server", zodStaysOnTheServer, [
  { "app/schema.ts": `import { z } from "zod";` },
  { "components/portal/form.tsx": `import * as z from "zod/mini";` },
]);

law("no import cycle", noCycles, [
  { "lib/a.ts": `import "./b";`, "lib/b.ts": `import "./c";`, "lib/c.ts": `import "@/lib/a";` },
]);

law("the folders of services make no circle", servicesStandInOrder, [
  {
    "lib/services/tariffs/read.ts": `import "@/lib/services/home";`,
    "lib/services/home.ts": `import type { Row } from "@/lib/services/contacts/list";`,
    "lib/services/contacts/list.ts": `import "../tariffs/kept-price";`,
  },
]);

law("what all requests share knows no kind of them", sharedKnowsNoKind, [
  { "lib/services/service-requests/filing.ts": `const late = kind === "reservations";` },
]);

law("SQL names what it means", sqlNamesWhatItMeans, [
  { "lib/services/home.ts": "const q = sql`SELECT * FROM r WHERE r.state <> 'pending' AND ${x}`;" },
  { "lib/services/home.ts": "const q = sql`SELECT * FROM e WHERE e.\"state\" NOT IN ('a', 'b')`;" },
  {
    "lib/services/home.ts": "const q = sql`SELECT * FROM e WHERE e.kind <> 'health-read' LIMIT 3`;",
  },
  { "lib/services/home.ts": "const q = sql`SELECT * FROM c WHERE c.\"to\" <> 'free'`;" },
  { "lib/services/home.ts": "const q = sql`SELECT * FROM c WHERE NOT c.kind IN ('a')`;" },
  { "lib/services/home.ts": `const q = { where: { kind: { notIn: ["health-read"] } } };` },
]);

law("a switch names every case", switchesNameEveryCase, [
  { "lib/domain/booking/cell.ts": `switch (why) { case "past": break; default: break; }` },
]);

law(`a "use server" file exports only results of action(...)`, serverFilesExportActions, [
  { "app/actions.ts": `"use server"; export async function save() {}` },
  { "app/actions.ts": `"use server"; const save = 1; export { save };` },
  { "app/actions.ts": `"use server"; export * from "./others";` },
  { "app/actions.ts": `"use server"; const action = (f) => f; export const save = action(1);` },
  {
    "app/actions.ts": `"use server"; import { action } from "@/lib/action"; export const a = wrap(action({}));`,
  },
]);

law("no function becomes an endpoint inline", noInlineServerFunctions, [
  { "app/page.tsx": `async function save() { "use server"; }` },
]);

law("a route handler that writes is a result of route(...)", writingRoutesAreRoutes, [
  { "app/api/x/route.ts": `export async function POST() {}` },
  { "app/api/x/route.ts": `export const DELETE = async () => {};` },
  { "app/route.ts": `const handle = 1; export { handle as PUT };` },
  { "app/(famille)/route.ts": `export * from "./other";` },
]);

law("a family's write is for the family that its form names", familyWritesNameTheirFamily, [
  {
    "app/(famille)/demandes/actions.ts": `"use server"; export const a = action({ authorize: (actor) => authorizeFamily(actor, actor.familyId) });`,
  },
  {
    "app/(famille)/famille/envoi/route.ts": `export const POST = route({ authorize: (actor) => authorizeFamily(actor, actor?.familyId ?? null) });`,
  },
]);

law("a brand is cast only at home", brandsAreCastAtHome, [
  { ...day, "lib/domain/opening.ts": `export const d = "x" as Day;` },
  { ...day, "tests/domain/opening.test.ts": `const days = ["x"] as unknown as readonly Day[];` },
  { ...day, "app/page.tsx": `const d = (text ?? null) as Day | null;` },
]);

law("one module writes reservations and their ledger", placesHaveOneOwner, [
  { "lib/a.ts": 'const q = sql`WITH r AS (DELETE FROM "Reservation" r)`;' },
  { "prisma/seed/history.ts": `const q = 'INSERT INTO "LedgerEntry" VALUES ($1)';` },
  { "tests/support/a.ts": `await db.reservation.createMany({ data });` },
]);

law("files stay small", filesStaySmall, [{ "lib/long.ts": "const a = 1;\n".repeat(251) }]);

law("time is read in lib/clock only", timeIsReadInTheClock, [
  { "lib/commit.ts": `const at = new Date();` },
  { "components/portal/grid.tsx": `const at = Date.now();` },
  { "lib/services/home.ts": `const at = Date();` },
  { "app/page.tsx": `const lucky = Math.random();` },
]);

law("SQL reads no clock", sqlReadsNoClock, [
  { "prisma/schema/families.prisma": `createdAt DateTime @default(now())` },
  { "prisma/migrations/1/migration.sql": `ALTER TABLE "A" ADD "at" DATE DEFAULT CURRENT_DATE;` },
  { "lib/services/home.ts": "const q = sql`SELECT * FROM a WHERE at < now() - ${x}`;" },
]);

law("null never means all", nullNeverMeansAll, [
  { "prisma/schema/accounts.prisma": `/// Both null = all of the town.` },
  { "lib/domain/access.ts": `/** null: every activity. */ export const a = 1;` },
  { "prisma/schema/a.prisma": `  unit Unit? @relation(fields: [unitId], references: [id])` },
  {
    "prisma/schema/a.prisma": `  unit Unit? @relation(fields: [unitId], references: [id], onDelete: SetNull)`,
  },
]);

law("SQL takes no null for all", sqlTakesNoNullForAll, [
  {
    "lib/services/agent-scope.ts":
      'const q = sql`SELECT 1 WHERE (s."activityId" IS NULL OR s."activityId" = ${id})`;',
  },
]);

law("pages ask for permissions, not for roles", pagesAskForPermissions, [
  { "app/menu.ts": `export const menu = (actor: Actor) => actor.role !== "guardian";` },
  { "components/portal/menu.tsx": `const isAgent = role === "agent";` },
]);

law("numbers are taken by commit alone, last", numbersComeLast, [
  { "lib/services/a.ts": 'import { fileSubmissions } from "@/lib/commit/filing";' },
  { "lib/services/a.ts": 'const q = sql`UPDATE "RequestCounter" SET last = last + 1`;' },
  { "lib/services/a.ts": "const n = await tx.requestCounter.findFirst();" },
]);

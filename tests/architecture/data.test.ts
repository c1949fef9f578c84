// The laws of what goes in and out: addresses, rows, periods.
import { law } from "@/tests/support/architecture/law";
import { rowsAreReadOneWay } from "@/tests/support/architecture/rows";
import { urlsStandInOneFile } from "@/tests/support/architecture/urls";

law("addresses that leave the portal stand in one file", urlsStandInOneFile, [
  { "lib/services/a.ts": "const url = `${env.PUBLIC_URL}${path}`;" },
  { "lib/services/a.ts": "const url = `${origin}/demandes/${number}`;" },
  { "lib/emails/a.ts": `const block = { url: "/connexion" };` },
  { "app/a.ts": "const { PUBLIC_URL } = env;" },
]);

law("SQL is read one way", rowsAreReadOneWay, [
  { "lib/services/a.ts": "const found = await tx.$queryRaw<Row[]>`SELECT 1`;" },
  { "lib/services/a.ts": `const found = await prisma.$queryRawUnsafe("SELECT 1");` },
  { "lib/services/a.ts": `type Db = Pick<Tx, "$queryRaw">;` },
]);

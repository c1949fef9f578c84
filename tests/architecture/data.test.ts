// The laws of what goes in and out: addresses, rows, periods.
import { law } from "@/tests/support/architecture/law";
import { urlsStandInOneFile } from "@/tests/support/architecture/urls";

law("addresses that leave the portal stand in one file", urlsStandInOneFile, [
  { "lib/services/a.ts": "const url = `${env.PUBLIC_URL}${path}`;" },
  { "lib/services/a.ts": "const url = `${origin}/demandes/${number}`;" },
  { "lib/emails/a.ts": `const block = { url: "/connexion" };` },
  { "app/a.ts": "const { PUBLIC_URL } = env;" },
]);

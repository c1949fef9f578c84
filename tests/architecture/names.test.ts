// The laws of what files are called and what they give; what they hold is in laws.test.ts.
import { law } from "@/tests/support/architecture/law";
import { routeFoldersHoldKnownNames } from "@/tests/support/architecture/route-files";
import {
  defaultExportsOnlyForNext,
  noBarrels,
  noDrawers,
} from "@/tests/support/architecture/shape";

law("no utils, helpers, types or index", noDrawers, [
  { "lib/utils.ts": "" },
  { "components/helpers/date.ts": "" },
  { "lib/domain/index.ts": "" },
]);

law("a route folder holds files of known names", routeFoldersHoldKnownNames, [
  { "app/(famille)/demarches/absence/helpers.ts": "" },
  { "app/(famille)/demarches/absence/absence.tsx": "" },
  { "app/admin/demandes/decision.ts": "" },
  { "app/admin/demandes/use-sent.tsx": "" },
  { "app/admin/demandes/Words.ts": "" },
]);

law("no barrel", noBarrels, [
  { "lib/domain/booking.ts": `export * from "./booking/plan";` },
  { "lib/domain/booking.ts": `export { planChanges } from "./booking/plan";` },
]);

law("no default export but for Next", defaultExportsOnlyForNext, [
  { "components/ui/button.tsx": `export default function Button() {}` },
  { "lib/town.ts": `const town = 1; export default town;` },
]);

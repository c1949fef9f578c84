// Run by scripts/admin.mjs.
import { now, realNow } from "@/lib/clock";
import { closeDatabase } from "@/lib/db";
import { createAdministratorLink } from "@/lib/services/accounts/administrator";

try {
  const [email = "", firstName = "", lastName = ""] = process.argv.slice(2);
  const url = await createAdministratorLink({ email, firstName, lastName }, now(), realNow());
  console.log(`Open this link once, within seven days:\n${url}`);
} catch (error) {
  // What the service says is for the person who typed the address.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

// Run by scripts/ledger.mjs.
import { closeDatabase, prisma } from "@/lib/db";
import { checkLedger } from "@/lib/services/places/check-ledger";

try {
  const faults = await checkLedger(prisma);
  for (const { familyId, inscriptionId, unitId, day, entered, held } of faults)
    console.error(
      `Family ${familyId}, inscription ${inscriptionId}, unit ${unitId}, ${day ?? "fee"}: ` +
        `${entered} cents entered, ${held} held`,
    );
  if (faults.length > 0) process.exitCode = 1;
  else console.log("The ledger is the bill of the places held.");
} finally {
  await closeDatabase();
}

import "server-only";
import type { Authorized } from "@/lib/auth";
import { healthInFile } from "@/lib/auth/health-proof";
import type { ActionContext } from "@/lib/action/write";
import type { FieldState } from "@/lib/domain/family-file";
import { readHealth } from "@/lib/services/family-file/health";

/** What is known of the health of a child of this family; null for any other. The reading is journaled. */
export async function readFamilyChildHealth(
  { proof, now }: Pick<ActionContext<Authorized<"read-health">>, "proof" | "now">,
  { familyId, childId }: { familyId: number; childId: number },
): Promise<readonly FieldState[] | null> {
  const health = await readHealth(healthInFile(proof, familyId, [childId]), now);
  return health.get(childId) ?? null;
}

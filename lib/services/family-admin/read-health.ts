import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { AuthorizedTownAgent } from "@/lib/auth";
import { prisma } from "@/lib/db";
import type { FieldState } from "@/lib/domain/family-file";
import { readHealth } from "@/lib/services/family-file/health";

/** What is known of the health of a child of this family; null for any other. The reading is journaled. */
export async function readFamilyChildHealth(
  { proof, now }: Pick<ActionContext<AuthorizedTownAgent>, "proof" | "now">,
  { familyId, childId }: { familyId: number; childId: number },
): Promise<readonly FieldState[] | null> {
  const where = { familyId_childId: { familyId, childId } };
  if (!(await prisma.familyChild.findUnique({ where }))) return null;
  return (await readHealth(proof, [childId], now)).get(childId) ?? null;
}

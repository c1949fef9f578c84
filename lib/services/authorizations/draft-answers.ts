import "server-only";
import { z } from "zod";
import type { AuthorizedFamily } from "@/lib/auth";
import { readFormDraft } from "@/lib/services/operational/form-drafts";
import { formOf } from "./demarche-slug";
import type { Answer } from "./file-authorizations";

const answers = z.array(
  z.object({ typeId: z.int(), contactId: z.int().nullable(), allowed: z.boolean() }),
);

/** What step 1 kept for a child, or null where nothing waits. */
export async function readDraftAnswers(
  family: AuthorizedFamily,
  childId: number,
): Promise<Answer[] | null> {
  const kept = answers.safeParse(await readFormDraft(family, formOf(childId)));
  return kept.success ? kept.data : null;
}

import "server-only";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";

/** Whose fields change: a guardian's or a child's, by id. */
export interface FileSubject {
  readonly about: "guardian" | "child";
  readonly id: number;
}

/** The columns of a request that say whom it is about. */
export function requestColumns({ about, id }: FileSubject) {
  return about === "child" ? { childId: id } : { childId: null, guardianId: id };
}

/**
 * Locks the guardian or the child, so that its fields, and the requests about them, change one after the
 * other: whoever files, decides or takes back such a request calls this first. A person who is a guardian
 * in two families is one person here. Others may refer to the rows meanwhile (NO KEY). One statement.
 */
export async function lockFileSubject(tx: Tx, { about, id }: FileSubject): Promise<void> {
  if (about === "child") {
    await readRows(
      tx,
      "lockFileSubject: child",
    )`SELECT id FROM "Child" WHERE id = ${id} FOR NO KEY UPDATE`;
    return;
  }
  await readRows(tx, "lockFileSubject: guardian")`
    SELECT g.id FROM "Guardian" g WHERE g.id = ${id}
      OR g."accountId" = (SELECT o."accountId" FROM "Guardian" o WHERE o.id = ${id})
    ORDER BY g.id FOR NO KEY UPDATE`;
}

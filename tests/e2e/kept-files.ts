import { readdir } from "node:fs/promises";
import type { Portal } from "./portal";

/** Everything that is kept of documents: rows, objects, and whether each knows the other. */
export async function kept({ sql, storage }: Pick<Portal, "sql" | "storage">) {
  const [counts] = await sql<{ documents: string; requests: string; files: string[] | null }>(
    `SELECT (SELECT count(*) FROM "SupportingDocument") AS documents,
       (SELECT count(*) FROM "ServiceRequest" WHERE kind = 'supportingDocuments') AS requests,
       (SELECT array_agg(id::text ORDER BY id::text)
          FROM (SELECT id FROM "StoredFile" UNION ALL SELECT id FROM "InfoFile") f) AS files`,
  );
  const objects = (await readdir(storage)).sort();
  const rows = counts?.files ?? [];
  return {
    documents: Number(counts?.documents),
    requests: Number(counts?.requests),
    rows: rows.length,
    objects: objects.length,
    together: JSON.stringify(objects) === JSON.stringify(rows),
  };
}

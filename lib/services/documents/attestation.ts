import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { day } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { done, refused, type Result } from "@/lib/domain/result";
import { readNamedChild } from "./child";
import { issuer } from "./issuer";
import { town } from "@/town/town";

interface Row {
  activityLabel: string;
  establishmentLabel: string;
  groupLabel: string | null;
  from: string;
  to: string;
}

/** What a child of this family is inscribed in over a school year. Three statements. */
export async function attestationContent(
  tx: Tx,
  family: AuthorizedFamily,
  { childId, schoolYearId }: { childId: number; schoolYearId: number },
): Promise<Result<DocumentContent, "not-found" | "nothing-to-attest">> {
  const child = await readNamedChild(tx, family, childId);
  const year = await tx.schoolYear.findUnique({ where: { id: schoolYearId } });
  if (!child || !year) return refused("not-found");
  const rows = await readInscribed(tx, childId, schoolYearId);
  if (rows.length === 0) return refused("nothing-to-attest");
  return done({
    title: "Attestation d’inscription",
    issuer: issuer(),
    statement: `La commune ${town.ofName} atteste, pour l’année scolaire ${year.name}, l’inscription de ${child.name.replaceAll(" ", "\u00a0")} aux activités suivantes.`,
    facts: [...child.facts, ["Année scolaire", year.name]],
    table: {
      titles: ["Activité", "Établissement", "Période"],
      groups: grouped(rows, (row) => row.activityLabel).map(([name, its]) => ({
        name,
        rows: its.map(({ establishmentLabel, groupLabel, from, to }) => ({
          name: [establishmentLabel, groupLabel].filter(Boolean).join(", "),
          remarks: [],
          value: formatPeriod({ from: day(from), to: day(to) }),
        })),
      })),
    },
    remarks: [
      "L’inscription donne le droit de réserver des jours\u00a0: elle ne dit pas ceux où l’enfant vient.",
      "Délivrée pour servir et valoir ce que de droit.",
    ],
  });
}

function readInscribed(tx: Tx, childId: number, schoolYearId: number): Promise<Row[]> {
  return readRows<Row>(tx, "readInscribed")`
    SELECT a.label AS "activityLabel", e.name AS "establishmentLabel", g.label AS "groupLabel",
      i."firstDay"::text AS "from", i."lastDay"::text AS "to"
    FROM "Inscription" i
    JOIN "Group" g ON g.id = i."groupId" AND g."schoolYearId" = ${schoolYearId}
    JOIN "Activity" a ON a.id = g."activityId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE i."childId" = ${childId}
    ORDER BY a.position, a.id, i."firstDay", i.id`;
}

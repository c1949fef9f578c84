import "server-only";
import type { AuthorizedFamily } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { readRows } from "@/lib/db/rows";
import { day, mondayOf, type Period } from "@/lib/domain/day";
import { formatDay, formatPeriod, plural } from "@/lib/domain/day-words";
import { grouped } from "@/lib/domain/grouped";
import type { DocumentContent, DocumentFact, DocumentGroup } from "@/lib/domain/issued-document";
import { done, refused, type Result } from "@/lib/domain/result";
import { ofPerson } from "@/lib/domain/name-words";
import { readNamedChild } from "./child";
import { issuer } from "./issuer";

interface Row {
  day: string;
  unitLabel: string;
  nounSingular: string;
  nounPlural: string;
  activityLabel: string;
  establishmentLabel: string;
  pending: boolean;
}

/**
 * The days that this family has reserved for one of its children over a period, both ends included.
 * What waits for an answer is counted apart: a document says what is certain. Three statements.
 */
export async function planningContent(
  tx: Tx,
  family: AuthorizedFamily,
  { childId, from, to }: Period & { childId: number },
): Promise<Result<DocumentContent, "not-found" | "nothing-reserved">> {
  const child = await readNamedChild(tx, family, childId);
  if (!child) return refused("not-found");
  const { name } = await tx.family.findUniqueOrThrow({ where: { id: family.familyId } });
  const rows = await readReserved(tx, family, childId, { from, to });
  const sure = rows.filter(({ pending }) => !pending);
  if (sure.length === 0) return refused("nothing-reserved");
  return done({
    title: `Planning ${ofPerson(child.name)}`,
    issuer: issuer(),
    statement: `Voici les jours réservés pour cet enfant ${formatPeriod({ from, to })}.`,
    facts: [...child.facts, ...totals(sure)],
    table: { titles: ["Semaine", "Jour", "Réservé"], groups: weeks(sure) },
    // A child of two homes has a planning in each.
    remarks: [
      `Ce planning dit les réservations de la famille ${name}, telles qu’elles sont à sa date.`,
      ...waiting(rows),
    ],
  });
}

/** "Restauration scolaire, Groupe scolaire Jacques Prévert": "8 repas". */
function totals(rows: readonly Row[]): DocumentFact[] {
  const byPlace = grouped(rows, (row) => `${row.activityLabel}, ${row.establishmentLabel}`);
  return byPlace.map(([name, its]) => {
    const units = grouped(its, (row) => row.unitLabel);
    const counts = units.flatMap(([, same]) =>
      same.slice(0, 1).map((one) => plural(same.length, one.nounSingular, one.nounPlural)),
    );
    return [name, counts.join(", ")];
  });
}

function weeks(rows: readonly Row[]): DocumentGroup[] {
  return grouped(rows, (row) => mondayOf(day(row.day))).map(([monday, its]) => ({
    name: `Semaine du ${formatDay(monday, "dateMedium")}`,
    rows: grouped(its, (row) => day(row.day)).map(([d, units]) => ({
      name: formatDay(d, "long"),
      remarks: [],
      value: units.map(({ unitLabel }) => unitLabel).join(", "),
    })),
  }));
}

function waiting(rows: readonly Row[]): string[] {
  const count = rows.filter(({ pending }) => pending).length;
  if (count === 0) return [];
  return [
    `${plural(count, "demande attend", "demandes attendent")} encore une réponse et ${count < 2 ? "n’y figure" : "n’y figurent"} pas.`,
  ];
}

function readReserved(
  tx: Tx,
  { familyId }: AuthorizedFamily,
  childId: number,
  { from, to }: Period,
): Promise<Row[]> {
  return readRows<Row>(tx, "readReserved")`
    SELECT r.day::text AS day, u.label AS "unitLabel", u."nounSingular", u."nounPlural",
      a.label AS "activityLabel", e.name AS "establishmentLabel", r.state = 'pending' AS pending
    FROM "Inscription" i
    JOIN "Reservation" r ON r."inscriptionId" = i.id AND r."familyId" = ${familyId}
      AND r.day BETWEEN ${from}::date AND ${to}::date
    JOIN "Unit" u ON u.id = r."unitId"
    JOIN "Activity" a ON a.id = u."activityId"
    JOIN "Group" g ON g.id = i."groupId"
    JOIN "Establishment" e ON e.id = g."establishmentId"
    WHERE i."childId" = ${childId}
    ORDER BY r.day, u.covers, a.position, u.position`;
}

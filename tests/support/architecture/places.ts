import ts from "typescript";
import { inFolder, isCode, nodesOf, place, type Law, type Source } from "./source";

const home = "lib/services/places";
const tables = "Reservation|LedgerEntry|InscriptionFee";
const writesInSql = new RegExp(
  `(INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|TRUNCATE)\\s+(ONLY\\s+)?"(${tables})"`,
  "i",
);
const writesByPrisma =
  /\.(reservation|ledgerEntry|inscriptionFee)\s*\.\s*(create|update|delete|upsert)/;

/** Whatever fills a town: the portal, the seed, the scripts and the builders of the tests. */
const isBound = ({ path }: Source) =>
  /^(app|components|lib|town|prisma|scripts|tests\/support)\//.test(path) && !inFolder(path, home);

/** Law 11: one module inserts, changes, deletes or prices a reservation, with its ledger. */
export const placesHaveOneOwner: Law = (sources) =>
  sources
    .filter((source) => isCode(source) && isBound(source))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(
          (node) =>
            ((ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node)) &&
              writesInSql.test(node.text)) ||
            (ts.isCallExpression(node) && writesByPrisma.test(node.expression.getText())),
        )
        .map((node) => `${place(source, node)} writes a reservation or its ledger`),
    );

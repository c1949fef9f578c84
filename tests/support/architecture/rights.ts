import ts from "typescript";
import { inFolder, isCode, isProduct, nodesOf, place, type Law, type Source } from "./source";

const meansAll = /\bnull\b\s*(:|=|means|is)?\s*(the\s+)?(every|all)\b/i;

/** Law 13: null never means "all": not by what a comment says, nor by what a deletion leaves behind. */
export const nullNeverMeansAll: Law = (sources) =>
  sources.flatMap((source) => {
    if (inFolder(source.path, "prisma/schema"))
      return linesOf(
        source,
        (line) => meansAll.test(line) || turnsToNull(line),
        "means all by null",
      );
    if (!isProduct(source) || inFolder(source.path, "lib/generated")) return [];
    return linesOf(source, (line) => meansAll.test(line), "means all by null");
  });

/** Prisma sets an optional relation to null where what it names is deleted, unless told otherwise. */
const turnsToNull = (line: string) =>
  /\?\s+@relation\(.*fields:/.test(line) && !/onDelete: (Restrict|Cascade)/.test(line);

function linesOf({ path, text }: Source, breaks: (line: string) => boolean, how: string): string[] {
  return text.split("\n").flatMap((line, i) => (breaks(line) ? [`${path}:${i + 1} ${how}`] : []));
}

/** Law 13: nor in SQL, where a missing limit would let everything through. */
export const sqlTakesNoNullForAll: Law = (sources) =>
  sources.filter(isServerCode).flatMap((source) =>
    [...nodesOf(source)]
      .filter((node) => ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node))
      .filter((node) => /"(\w+)" IS NULL\s+OR\s+\w*\.?"\1" =/i.test(node.getText()))
      .map((node) => `${place(source, node)} takes null for all`),
  );

const isServerCode = (source: Source) => isCode(source) && inFolder(source.path, "lib");

/** Law 13: pages ask for a permission; which role has it, lib/domain/access.ts alone says. */
export const pagesAskForPermissions: Law = (sources) =>
  sources
    .filter(
      (source) => isCode(source) && ["app", "components"].some((f) => inFolder(source.path, f)),
    )
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(ts.isBinaryExpression)
        .filter(({ left, operatorToken: { kind } }) => comparing.has(kind) && isRole(left))
        .map((node) => `${place(source, node)} compares a role`),
    );

const comparing = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const isRole = (node: ts.Expression) =>
  (ts.isPropertyAccessExpression(node) && node.name.text === "role") ||
  (ts.isIdentifier(node) && node.text === "role");

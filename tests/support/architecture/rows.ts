import ts from "typescript";
import { type Law, isProduct, nodesOf, place } from "./source";

/** Law 15: SQL is read by `readRows` alone, whose rows tests compare with their type (ADR 0023). */
export const rowsAreReadOneWay: Law = (sources) =>
  sources
    .filter((source) => isProduct(source) && source.path !== "lib/db/rows.ts")
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(
          (node) =>
            (ts.isIdentifier(node) || ts.isStringLiteral(node)) &&
            /^\$queryRaw(Unsafe|Typed)?$/.test(node.text),
        )
        .map((node) => `${place(source, node)} reads SQL beside readRows`),
    );

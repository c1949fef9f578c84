import ts from "typescript";
import { type Law, type Source, isProduct, nodesOf, parse, place, saysFirst } from "./source";

const writingMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** The one endpoint that is not ours: next-auth's own handler. */
const nextAuth = "app/api/auth/[...nextauth]/route.ts";

/** Law 6: every export of a "use server" file is a public POST endpoint, made by `action(...)`. */
export const serverFilesExportActions: Law = (sources) =>
  sources
    .filter((source) => isProduct(source) && saysFirst(source, "use server"))
    .flatMap((source) =>
      exportsOf(source)
        .filter(({ initializer }) => !isResultOf(initializer, "action", "@/lib/action", source))
        .map(({ name, node }) => `${place(source, node)} exports ${name}, not made by action(...)`),
    );

/** Law 6: such files are the only way to make an endpoint; a function never becomes one inline. */
export const noInlineServerFunctions: Law = (sources) =>
  sources.filter(isProduct).flatMap((source) =>
    [...nodesOf(source)]
      .filter((node) => ts.isExpressionStatement(node) && ts.isBlock(node.parent))
      .filter((node) => /^["']use server["'];?$/.test(node.getText()))
      .map((node) => `${place(source, node)} makes an endpoint inside a function`),
  );

/** Law 6: a route handler that writes is made by `route(...)`. */
export const writingRoutesAreRoutes: Law = (sources) =>
  sources
    .filter(({ path }) => /^app\/(.*\/)?route\.tsx?$/.test(path) && path !== nextAuth)
    .flatMap((source) =>
      exportsOf(source)
        .filter(({ name }) => writingMethods.has(name) || name === "*")
        .filter(({ initializer }) => !isResultOf(initializer, "route", "@/lib/route", source))
        .map(({ name, node }) => `${place(source, node)} exports ${name}, not made by route(...)`),
    );

/**
 * Law 13: a family's write is for the family that its form names. The one that the session shows at that
 * moment is another tab's choice.
 */
export const familyWritesNameTheirFamily: Law = (sources) =>
  sources
    .filter(({ path }) => path.startsWith("app/(famille)/"))
    .filter((source) => saysFirst(source, "use server") || writes(source))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter((node) => ts.isPropertyAccessExpression(node))
        .filter((node) => /^actor\??\.familyId$/.test(node.getText()))
        .map((node) => `${place(source, node)} takes the family that the session shows`),
    );

const writes = (source: Source) =>
  source.path.endsWith("/route.ts") &&
  exportsOf(source).some(({ name }) => writingMethods.has(name));

interface Exported {
  readonly name: string;
  readonly node: ts.Node;
  /** What a `const` is made of; undefined for anything else that is exported. */
  readonly initializer: ts.Expression | undefined;
}

function exportsOf(source: Source): Exported[] {
  return parse(source).statements.flatMap((statement): Exported[] => {
    if (ts.isExportAssignment(statement)) return [plain("default", statement)];
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement;
      if (!exportClause || !ts.isNamedExports(exportClause)) return [plain("*", statement)];
      return exportClause.elements.map((element) => plain(element.name.text, element));
    }
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map((node) => ({
        name: node.name.getText(),
        node,
        initializer: node.initializer,
      }));
    }
    const named = statement as ts.Statement & { readonly name?: ts.Node };
    return [plain(named.name?.getText() ?? "default", statement)];
  });
}

const plain = (name: string, node: ts.Node): Exported => ({ name, node, initializer: undefined });

const isExported = (statement: ts.Statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Whether an expression is `maker(...)`, and the file's `maker` is the one of that module. */
function isResultOf(
  expression: ts.Expression | undefined,
  maker: string,
  module: string,
  source: Source,
): boolean {
  if (!expression || !ts.isCallExpression(expression)) return false;
  if (expression.expression.getText() !== maker) return false;
  return parse(source)
    .statements.filter(ts.isImportDeclaration)
    .some(({ importClause, moduleSpecifier }) => {
      const from = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === module;
      const bindings = importClause?.namedBindings;
      if (!from || !bindings || !ts.isNamedImports(bindings)) return false;
      return bindings.elements.some((e) => e.name.text === maker && e.propertyName === undefined);
    });
}

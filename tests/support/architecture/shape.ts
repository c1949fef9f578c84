import ts from "typescript";
import {
  type Law,
  type Source,
  inFolder,
  isCode,
  isModule,
  isProduct,
  nodesOf,
  parse,
  place,
} from "./source";

const longest = 250;

/** Law 5: a file that outgrows its subject becomes a folder of the same name. */
export const filesStaySmall: Law = (sources) =>
  sources
    .filter((source) => isCode(source) || source.path.endsWith(".css"))
    .map((source) => ({ source, lines: source.text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > longest)
    .map(({ source, lines }) => `${source.path} has ${lines} lines (at most ${longest})`);

/** Law 5: a name says what is in the drawer. */
export const noDrawers: Law = (sources) =>
  sources
    .filter(isCode)
    .filter((source) => /(^|\/)(utils?|helpers?|types?|index|common|misc)(\.|\/)/.test(source.path))
    .map((source) => `${source.path} says nothing of what is in it`);

/** Law 5: one thing is imported from one place, the one that makes it. */
export const noBarrels: Law = (sources) =>
  sources.filter(isCode).flatMap((source) =>
    parse(source)
      .statements.filter(ts.isExportDeclaration)
      .filter((statement) => statement.moduleSpecifier !== undefined)
      .map((statement) => `${place(source, statement)} passes on another file's exports`),
  );

const nextFile =
  /^app\/(.*\/)?(page|layout|template|loading|error|global-error|not-found|global-not-found|forbidden|unauthorized|default|robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?$/;
const configuration = /(^|\/)[\w-]+\.config\.(ts|mjs)$/;

/** Law 5: a default export has no name to search for; only Next and configurations ask for one. */
export const defaultExportsOnlyForNext: Law = (sources) =>
  sources
    .filter(isCode)
    .filter(({ path }) => !nextFile.test(path) && !configuration.test(path))
    .filter(({ path }) => !path.endsWith(".d.ts")) // Describes another's package.
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter((node) => ts.isExportAssignment(node) || hasDefaultModifier(node))
        .map((node) => `${place(source, node)} has a default export`),
    );

function hasDefaultModifier(node: ts.Node): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  const kinds = (ts.getModifiers(node) ?? []).map(({ kind }) => kind);
  return (
    kinds.includes(ts.SyntaxKind.ExportKeyword) && kinds.includes(ts.SyntaxKind.DefaultKeyword)
  );
}

/** Law 4: a branded type is cast only in the file that declares it. */
export const brandsAreCastAtHome: Law = (sources) => {
  const code = sources.filter(isCode);
  const owners = new Map(code.flatMap((source) => brandsOf(source).map((name) => [name, source])));
  return code.flatMap((source) =>
    [...nodesOf(source)]
      .filter((node) => ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
      .flatMap((node) =>
        typesNamedIn(node.type)
          .filter((name) => owners.has(name) && !isHome(source, owners.get(name)))
          .map((name) => `${place(source, node)} casts to ${name}`),
      ),
  );
};

const isHome = (source: Source, owner: Source | undefined) =>
  owner !== undefined && isModule(source.path, owner.path.replace(/\.tsx?$/, ""));

/** The types that a file declares as `… & Brand<…>`. */
function brandsOf(source: Source): string[] {
  return parse(source)
    .statements.filter(ts.isTypeAliasDeclaration)
    .filter(({ type }) => ts.isIntersectionTypeNode(type) && typesNamedIn(type).includes("Brand"))
    .map(({ name }) => name.text);
}

function typesNamedIn(type: ts.Node): string[] {
  const own = ts.isTypeReferenceNode(type) ? [type.typeName.getText()] : [];
  const inside: string[] = [];
  ts.forEachChild(type, (child) => void inside.push(...typesNamedIn(child)));
  return [...own, ...inside];
}

const clock = "lib/clock";

/** Law 7: time and chance come from outside; lib/clock.ts alone reads the machine's clock. */
export const timeIsReadInTheClock: Law = (sources) =>
  sources
    .filter((source) => isProduct(source) && !isModule(source.path, clock))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(readsTimeOrChance)
        .map((node) => `${place(source, node)} reads ${node.getText()}`),
    );

function readsTimeOrChance(node: ts.Node): boolean {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const constructs = node.expression.getText() === "Date";
    if (constructs && (ts.isCallExpression(node) || (node.arguments ?? []).length === 0))
      return true;
  }
  return /^(Date\.now|Math\.random|performance\.now|performance\.timeOrigin)$/.test(
    ts.isPropertyAccessExpression(node) ? node.getText() : "",
  );
}

const sqlClock =
  /\b(now\(\)|current_(date|time|timestamp)|clock_timestamp|localtimestamp|sysdate)/i;

/** Law 7: nor does SQL or a Prisma default read the clock. */
export const sqlReadsNoClock: Law = (sources) =>
  sources.flatMap((source) => {
    if (/\.(sql|prisma)$/.test(source.path)) {
      return sqlClock.test(withoutComments(source.text)) ? [`${source.path} reads the clock`] : [];
    }
    if (!isCode(source) || !(isProduct(source) || inFolder(source.path, "prisma"))) return [];
    return [...nodesOf(source)]
      .filter((node) => ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node))
      .filter((node) => sqlClock.test(node.getText()))
      .map((node) => `${place(source, node)} reads the clock in SQL`);
  });

/**
 * Law 12: numbers are taken by `commit`, after everything else: only it calls `fileSubmissions`, and only
 * that names the counter.
 */
export const numbersComeLast: Law = (sources) =>
  sources
    .filter(isCode)
    .filter(isProduct)
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(
          (node) =>
            (source.path !== "lib/commit/filing.ts" &&
              (ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node)) &&
              /RequestCounter/i.test(node.getText())) ||
            (source.path !== "lib/commit.ts" &&
              ts.isImportSpecifier(node) &&
              node.name.text === "fileSubmissions") ||
            (ts.isPropertyAccessExpression(node) && node.name.text === "requestCounter"),
        )
        .map((node) => `${place(source, node)} takes numbers beside commit`),
    );

const withoutComments = (text: string) => text.replace(/(--|\/\/).*$/gm, "");

const outside = new Set(
  "process globalThis window document navigator localStorage crypto fetch Intl console setTimeout setInterval performance".split(
    " ",
  ),
);

/** Law 2: the domain sees neither environment, nor network, nor the machine's clock. */
export const domainSeesNothingOutside: Law = (sources) =>
  sources
    .filter((source) => inFolder(source.path, "lib/domain"))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(ts.isIdentifier)
        .filter((node) => isUseOf(node, outside) || isUseOfDate(node, source))
        .map((node) => `${place(source, node)} uses ${node.text}`),
    );

/** `Date.UTC` arithmetic belongs to lib/domain/day. */
const isUseOfDate = (node: ts.Identifier, source: Source) =>
  isUseOf(node, new Set(["Date"])) && !isModule(source.path, "lib/domain/day");

/** A name used as a value: not a property of something, nor the key of an object or a type. */
function isUseOf(node: ts.Identifier, names: ReadonlySet<string>): boolean {
  if (!names.has(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return (
    ts.isExpression(parent) || (ts.isVariableDeclaration(parent) && parent.initializer === node)
  );
}

/** JSX shows a backslash as it stands: a no-break space is written in an expression. */
export const escapesStandInExpressions: Law = (sources) =>
  sources
    .filter(({ path }) => path.endsWith(".tsx"))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(
          (node) =>
            ts.isJsxText(node) || (ts.isStringLiteral(node) && ts.isJsxAttribute(node.parent)),
        )
        .filter((node) => /\\u[0-9a-f]{4}/i.test(node.getText()))
        .map((node) => `${place(source, node)} shows an escape to its reader`),
    );

/** Law 14: a switch names every case, so that one more does not compile where it is forgotten. */
export const switchesNameEveryCase: Law = (sources) =>
  sources
    .filter(isProduct)
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(ts.isDefaultClause)
        .map((node) => `${place(source, node)} answers for cases that it does not name`),
    );

/** `<> 'word'`, `NOT IN ('word'`: any column; '' and '0' are no word. */
const exclusion =
  /(<>|!=|\bIS\s+DISTINCT\s+FROM|\bNOT\s+IN\s*\(|<>\s*(ALL|ANY)\s*\()\s*'[a-z_-]+'|\bNOT\s*\(?[\w."]+\s*(=|\bIN\s*\()\s*'/i;

/** Law 14: SQL names what it means: a kind or a state that is added later is not taken in unseen. */
export const sqlNamesWhatItMeans: Law = (sources) =>
  sources
    .filter(isProduct)
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(
          (node) =>
            (ts.isTemplateLiteralToken(node) && exclusion.test(node.getText())) ||
            excludesWords(node),
        )
        .map((node) => `${place(source, node)} decides by what something is not`),
    );

/** `{ not: "pending" }`, `{ notIn: ["a", "b"] }`: the same in the client's words. */
function excludesWords(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node)) return false;
  const words = ts.isArrayLiteralExpression(node.initializer)
    ? node.initializer.elements
    : [node.initializer];
  return /^(not|notIn)$/.test(node.name.getText()) && words.some(ts.isStringLiteral);
}

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { readSources } from "@/tests/support/architecture/source";
import type { Shape } from "./shape";

const root = path.resolve(__dirname, "../../..");

/** Where the shapes wait for the tests; written again when the code changes. */
export const shapesFile = path.join(root, ".data/row-shapes.json");

/** Before Jest: what each `readRows<Row>(db, "name")` says of its rows, by name. */
export function writeShapes(): void {
  const sources = readSources().filter(({ path: file }) => /^(lib|town)\/.*\.ts$/.test(file));
  const hash = createHash("sha256").update(JSON.stringify(sources)).digest("hex");
  if (existsSync(shapesFile)) {
    const kept = JSON.parse(readFileSync(shapesFile, "utf8")) as { hash: string };
    if (kept.hash === hash) return;
  }
  const readers = sources.filter(({ text }) => text.includes("readRows"));
  const shapes = shapesIn(readers.map((source) => path.join(root, source.path)));
  mkdirSync(path.dirname(shapesFile), { recursive: true });
  writeFileSync(shapesFile, JSON.stringify({ hash, shapes }));
}

/** The shapes of the statements in these files. Throws where two have one name. */
export function shapesIn(files: readonly string[]): Record<string, Shape> {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) =>
    ts.sys.readFile(file),
  ) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  const program = ts.createProgram([...files], { ...options, incremental: false });
  const checker = program.getTypeChecker();
  const shapes: Record<string, Shape> = {};
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "readRows") {
      const [, name] = node.arguments;
      if (!name || !ts.isStringLiteral(name)) throw new Error("A statement has a name of its own");
      if (name.text in shapes) throw new Error(`Two statements are called ${name.text}`);
      const row = node.typeArguments?.[0];
      shapes[name.text] = row
        ? shapeOf(checker.getTypeFromTypeNode(row), checker, [])
        : { is: "object", fields: {} };
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return shapes;
}

function shapeOf(type: ts.Type, checker: ts.TypeChecker, within: readonly ts.Type[]): Shape {
  // A type that holds itself (JSON) is looked into once.
  if (within.includes(type)) return { is: "any" };
  const below = (one: ts.Type) => shapeOf(one, checker, [...within, type]);
  const has = (flags: ts.TypeFlags) => (type.flags & flags) !== 0;
  if (has(ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter))
    return { is: "any" };
  if (has(ts.TypeFlags.Null)) return { is: "null" };
  if (has(ts.TypeFlags.Undefined)) return { is: "missing" };
  if (type.isUnion()) return { is: "either", of: type.types.map(below) };
  if (type.isStringLiteral() || type.isNumberLiteral()) return { is: "literal", value: type.value };
  if (has(ts.TypeFlags.BooleanLiteral))
    return { is: "literal", value: checker.typeToString(type) === "true" };
  if (isMadeOf(type, ts.TypeFlags.StringLike)) return { is: "string" };
  if (isMadeOf(type, ts.TypeFlags.NumberLike)) return { is: "number" };
  if (isMadeOf(type, ts.TypeFlags.BigIntLike)) return { is: "bigint" };
  if (type.symbol?.name === "Date") return { is: "date" };
  if (checker.isArrayLikeType(type)) {
    const of = type.getNumberIndexType();
    return { is: "list", of: of ? below(of) : { is: "any" } };
  }
  const ofMap = type.getStringIndexType();
  if (ofMap) return { is: "map", of: below(ofMap) };
  const fields = checker
    .getPropertiesOfType(type)
    .map((field) => [field.name, below(checker.getTypeOfSymbol(field))] as const);
  return { is: "object", fields: Object.fromEntries(fields) };
}

/** A kind of value, or a brand of it (`string & Brand<"Day">`). */
function isMadeOf(type: ts.Type, flags: ts.TypeFlags): boolean {
  if (type.isIntersection()) return type.types.some((one) => isMadeOf(one, flags));
  return (type.flags & flags) !== 0;
}

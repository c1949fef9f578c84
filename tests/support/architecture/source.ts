import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A file of the repository, as the laws read it. */
export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** What stands between the quotes. */
  readonly name: string;
  /** The file it names, from the root, without its ending; null for a package. */
  readonly file: string | null;
  /** Erased by the compiler. */
  readonly typeOnly: boolean;
}

/** A law: given files, the sentences that say who breaks it. */
export type Law = (sources: readonly Source[]) => string[];

const root = path.resolve(__dirname, "../../..");
const codeEnding = /\.(ts|tsx|mjs)$/;

/** Every file that git knows or would add, except what was deleted meanwhile. */
export function readSources(): Source[] {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const names = execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\0");
  return [...new Set(names)]
    .filter((name) => /\.(ts|tsx|mjs|css|sql|prisma)$/.test(name))
    .filter((name) => existsSync(path.join(root, name)))
    .map((name) => ({ path: name, text: readFileSync(path.join(root, name), "utf8") }));
}

export const isCode = (source: Source) => codeEnding.test(source.path);

/** What runs at the town's: neither tests, nor scripts, nor configuration. */
export const isProduct = (source: Source) =>
  isCode(source) && /^(app|components|lib|town|proxy|instrumentation)\b/.test(source.path);

export const inFolder = (file: string, folder: string) => file.startsWith(`${folder}/`);

/** Whether a file is a module of the house: `lib/db` is lib/db.ts or, once it outgrew, lib/db/**. */
export const isModule = (file: string, module: string) =>
  file.replace(codeEnding, "") === module || inFolder(file, module);

const parsed = new WeakMap<Source, ts.SourceFile>();

export function parse(source: Source): ts.SourceFile {
  let tree = parsed.get(source);
  if (!tree) {
    tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true);
    parsed.set(source, tree);
  }
  return tree;
}

/** Every node of a file, in order. */
export function* nodesOf(source: Source): Generator<ts.Node> {
  yield* below(parse(source));
}

function* below(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* below(child);
}

const imports = new WeakMap<Source, Import[]>();

/** Imports, re-exports and dynamic imports of a file. */
export function importsOf(source: Source): Import[] {
  let found = imports.get(source);
  if (!found) {
    found = [...nodesOf(source)].flatMap((node) => {
      const specifier = specifierOf(node);
      if (!specifier) return [];
      const name = specifier.text;
      return [{ name, file: fileNamed(name, source), typeOnly: isTypeOnly(node) }];
    });
    imports.set(source, found);
  }
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | null {
  const from =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return from && ts.isStringLiteralLike(from) ? from : null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { phaseModifier, name, namedBindings } = node.importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((e) => e.isTypeOnly);
}

function fileNamed(name: string, source: Source): string | null {
  if (name.startsWith("@/")) return withoutEnding(name.slice(2));
  if (!name.startsWith(".")) return null;
  return withoutEnding(path.posix.join(path.posix.dirname(source.path), name));
}

export const withoutEnding = (file: string) => file.replace(codeEnding, "");

/** `"use server"`, `"use client"`: what a file says before anything else. */
export function saysFirst(source: Source, directive: string): boolean {
  const [first] = parse(source).statements;
  return (
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === directive
  );
}

/** Whether a file can only be loaded by a server: its first import says so. */
export function isServerOnly(source: Source): boolean {
  const [first] = parse(source).statements;
  return (
    first !== undefined &&
    ts.isImportDeclaration(first) &&
    ts.isStringLiteral(first.moduleSpecifier) &&
    first.moduleSpecifier.text === "server-only"
  );
}

/** "lib/day.ts:12", for a sentence. */
export function place(source: Source, node: ts.Node): string {
  const { line } = parse(source).getLineAndCharacterOfPosition(node.getStart());
  return `${source.path}:${line + 1}`;
}

import ts from "typescript";
import { requestKinds } from "@/lib/domain/request-kind";
import {
  type Import,
  type Law,
  type Source,
  importsOf,
  inFolder,
  isCode,
  isModule,
  isProduct,
  isServerOnly,
  nodesOf,
  place,
  saysFirst,
  withoutEnding,
} from "./source";

/** Says which imports of which files are refused. */
function importLaw(
  concerns: (source: Source) => boolean,
  refused: (found: Import, source: Source, all: readonly Source[]) => boolean,
): Law {
  return (sources) =>
    sources.filter(isCode).flatMap((source) =>
      concerns(source)
        ? importsOf(source)
            .filter((found) => refused(found, source, sources))
            .map((found) => `${source.path} imports ${found.name}`)
        : [],
    );
}

const isDomain = (source: Source) => inFolder(source.path, "lib/domain");

/** Law 2: the domain imports only itself. */
export const domainImportsItself = importLaw(
  isDomain,
  ({ file }) => file === null || !inFolder(file, "lib/domain"),
);

/** Law 1: lib knows neither pages nor components; the town's settings know only the domain. */
export const libStandsBelow = importLaw(
  (source) => inFolder(source.path, "lib"),
  ({ file }) => file !== null && !inFolder(file, "lib") && !isModule(file, "town"),
);

export const townStandsBelow = importLaw(
  (source) => isModule(source.path, "town"),
  ({ file }) => file !== null && !isModule(file, "town") && !inFolder(file, "lib/domain"),
);

/** Law 1: only Next and tests import `app`. */
export const nobodyImportsApp = importLaw(
  (source) => !inFolder(source.path, "app") && !inFolder(source.path, "tests"),
  ({ file }) => file !== null && inFolder(file, "app"),
);

/**
 * Law 1: components stand on the domain, on the town's settings and on the few files of lib that
 * are as plain (`lib/sentences`, `lib/demarche`): never on one that only a server may load.
 */
export const componentsStandOnPlainFiles = importLaw(
  (source) => inFolder(source.path, "components"),
  ({ file, typeOnly, name }, _source, all) => {
    if (file === null)
      return /^(node:|pg$|@prisma\/|server-only$|next\/(headers|cache|server)$)/.test(name);
    if (inFolder(file, "components") || isModule(file, "town")) return false;
    if (!inFolder(file, "lib")) return true;
    if (typeOnly && isModule(file, "lib/action")) return false; // The shape of an answer.
    const target = all.find((one) => withoutEnding(one.path) === file);
    return target !== undefined && isServerOnly(target);
  },
);

/** `components/ui` has not one domain word. */
export const uiKnowsNoDomain = importLaw(
  (source) => inFolder(source.path, "components/ui"),
  ({ file }) => file !== null && !inFolder(file, "components/ui"),
);

const prismaPlaces = ["lib/db", "lib/commit", "lib/auth", "lib/services"];
const usesPrisma = ({ name, file }: Import) =>
  /^(@prisma\/|prisma\b|pg$)/.test(name) ||
  (file !== null && (inFolder(file, "lib/generated") || isModule(file, "lib/db")));

/** Law 3: Prisma, and the client that lib/db makes, in few places. */
export const prismaHasItsPlaces = importLaw(
  (source) => isProduct(source) && !prismaPlaces.some((one) => isModule(source.path, one)),
  usesPrisma,
);

const serverPackages =
  /^(node:|@prisma\/|@node-rs\/|pg$|resend$|nodemailer$|papaparse$|ical-generator$|rate-limiter-flexible$|next-auth|zod$|next\/(headers|cache|server)$)/;

/** Law 3: what needs a server says so in its first line. */
export const serverFilesSaySo: Law = (sources) => {
  // Programs (.mjs) are run by Node itself and imported by nobody.
  const imported = sources.filter((one) => isCode(one) && !one.path.endsWith(".mjs"));
  const lib = imported.filter((one) => inFolder(one.path, "lib") && !isDomain(one));
  const serverOnly = new Set(lib.filter(isServerOnly).map((one) => withoutEnding(one.path)));
  const needsServer = ({ name, file, typeOnly }: Import) =>
    !typeOnly && (file === null ? serverPackages.test(name) : serverOnly.has(file));
  return lib
    .filter((one) => !isServerOnly(one))
    .flatMap((one) =>
      importsOf(one)
        .filter(needsServer)
        .map(({ name }) => `${one.path} imports ${name}, without import "server-only" first`),
    );
};

/** Law 8: zod on the server, zod/mini where a form shares the schema. */
export const zodStaysOnTheServer = importLaw(isProduct, ({ name, typeOnly }, source) => {
  if (typeOnly || !/^zod(\/|$)/.test(name)) return false;
  if (name === "zod/mini") return !/(^|\/)schemas?\.ts$/.test(source.path);
  const onServer =
    isServerOnly(source) || saysFirst(source, "use server") || /\/route\.ts$/.test(source.path);
  return !onServer;
});

/** Law 1: no import cycle. */
export const noCycles: Law = (sources) =>
  circlesOf(
    new Map(
      sources
        .filter(isCode)
        .map((one) => [withoutEnding(one.path), importsOf(one).flatMap(({ file }) => file ?? [])]),
    ),
  );

/** Law 10: the folders of services stand above one another, types included. */
export const servicesStandInOrder: Law = (sources) => {
  const folderOf = (file: string) => /^lib\/services\/([^/.]+)/.exec(file)?.[1];
  const graph = new Map<string, string[]>();
  for (const source of sources.filter(isCode)) {
    const folder = folderOf(source.path);
    if (folder === undefined) continue;
    const named = importsOf(source).flatMap(({ file }) => (file && folderOf(file)) ?? []);
    const others = named.filter((other) => other !== folder);
    graph.set(folder, [...(graph.get(folder) ?? []), ...others]);
  }
  return circlesOf(graph);
};

/** Law 10: what all kinds of request share knows none of them; a kind is known by those above. */
export const sharedKnowsNoKind: Law = (sources) =>
  sources
    .filter(({ path }) => inFolder(path, "lib/services/service-requests"))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter((node) => ts.isStringLiteralLike(node) && requestKinds.some((k) => k === node.text))
        .map((node) => `${place(source, node)} knows a kind of request`),
    );

function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]) => {
    const start = trail.indexOf(name);
    if (start >= 0) circles.push([...trail.slice(start), name].join(" → "));
    if (start >= 0 || done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return circles;
}

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
  /^(node:|@prisma\/|@node-rs\/|pg$|resend$|papaparse$|ical-generator$|rate-limiter-flexible$|next-auth|zod$|next\/(headers|cache|server)$)/;

/** Law 3: what needs a server says so in its first line. */
export const serverFilesSaySo: Law = (sources) => {
  const lib = sources.filter((one) => isCode(one) && inFolder(one.path, "lib") && !isDomain(one));
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
export const noCycles: Law = (sources) => {
  const graph = new Map(
    sources
      .filter(isCode)
      .map((one) => [withoutEnding(one.path), importsOf(one).flatMap(({ file }) => file ?? [])]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push([...trail.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
};

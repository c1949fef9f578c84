import { type Law, inFolder, isCode } from "./source";

/** What the framework asks for by name, and next-auth by custom. */
const ofNext =
  /^(page|layout|template|loading|error|global-error|not-found|global-not-found|forbidden|unauthorized|default|robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)\.tsx?$|^(route|options)\.ts$/;

/**
 * The names that a file of ours may have in a route folder, alone (`schema.ts`, `form.tsx`) or as the last
 * word (`done-words.ts`, `grid-form.tsx`): whoever opens the folder knows what each file is.
 */
const plain = [
  "actions", // "use server": what forms send to.
  "schema", // zod/mini, shared by form and server.
  "demarche", // What the catalogue takes.
  "words", // Sentences.
  "href", // Addresses.
  "hrefs",
  "param", // A value in the address, read and written.
  "params",
  "filters", // Several of them, of a list.
  "names", // Controls' names that two files must say alike.
  "choices", // What a form offers.
  "fields", // The fields of a form, as data.
  "props", // Props that several parts of one form take.
  "limits", // Sizes.
  "menu",
  "catalogue",
];

/** Plain files that do one thing are named for it: `read-family.ts`, `use-typed.ts`. */
const verbs = ["read", "save", "send", "typed", "use"];

const drawn = [
  "form",
  "forms",
  "field",
  "fields",
  "control",
  "choice",
  "choices",
  "boxes",
  "buttons",
  "link",
  "links",
  "list",
  "line",
  "tables",
  "card",
  "badge",
  "views", // What each kind of request shows: a Record.
  "outcome", // What a sending led to.
  "changes",
  "effects",
  "reader",
  "help",
  "frame",
  "document", // <html> and <body>.
];

const lastWord = (names: readonly string[]) => new RegExp(`^([a-z0-9-]+-)?(${names.join("|")})$`);
const firstWord = new RegExp(`^(${verbs.join("|")})(-[a-z0-9-]+)?$`);
const plainName = lastWord(plain);
const drawnName = lastWord(drawn);

function mayStandInRoute(file: string): boolean {
  if (ofNext.test(file)) return true;
  if (file.endsWith(".tsx")) return drawnName.test(file.slice(0, -4));
  const name = file.slice(0, -3);
  return plainName.test(name) || firstWord.test(name);
}

/** Law 5: a route folder holds files of known names; anything else goes home to components or lib. */
export const routeFoldersHoldKnownNames: Law = (sources) =>
  sources
    .filter((source) => isCode(source) && inFolder(source.path, "app"))
    .filter(({ path }) => !mayStandInRoute(path.slice(path.lastIndexOf("/") + 1)))
    .map(({ path }) => `${path} has a name that says not what it is in a route folder`);

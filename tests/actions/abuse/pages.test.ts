import "@/tests/support/midyear-clock";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hostileTexts } from "@/tests/support/abuse/hostile-values";
import { theWorld, type Person, type World } from "@/tests/support/rights/world";

// Every page × what no link of ours says, in its path and in its query: seen, "introuvable" or led elsewhere,
// never a failure of ours.

type Given = Promise<object>;
type Page = (props: { params: Given; searchParams: Given }) => unknown;

const pages = pagesIn("app");
let world: World;

beforeAll(async () => {
  world = await theWorld();
});

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pagesIn(path);
    return entry.name === "page.tsx" ? [path] : [];
  });
}

/** Answers every name with the same: what a page asks of its query, whatever it is called. */
function everyName(value: string | string[]): object {
  return new Proxy(
    {},
    {
      get: (_, name) => (typeof name === "string" && name !== "then" ? value : undefined),
      has: (_, name) => typeof name === "string",
    },
  );
}

test("there are pages to try", () => expect(pages.length).toBeGreaterThan(60));

/** A page that asks for neither its path nor its query is the same whatever they are. */
function* whatItReads(read: ReadonlySet<string>, value: string | string[]) {
  const inPath = Array.isArray(value) ? (value[0] ?? "") : value;
  if (read.has("params")) yield { params: everyName(inPath), searchParams: {} };
  if (read.has("searchParams")) yield { params: everyName("1"), searchParams: everyName(value) };
}

test.each(pages)("%s", async (file) => {
  const { default: page } = (await import(`@/${file.replace(/\.tsx$/, "")}`)) as { default: Page };
  const person: Person = file.startsWith("app/admin") ? "administrator" : "parent";
  await world.as(person);
  const failures: string[] = [];
  const read = new Set<string>();
  const visit = async (
    kind: string,
    { params, searchParams }: { params: object; searchParams: object },
  ) => {
    const props = {
      get params() {
        read.add("params");
        return Promise.resolve(params);
      },
      get searchParams() {
        read.add("searchParams");
        return Promise.resolve(searchParams);
      },
    };
    try {
      await page(props);
    } catch (thrown) {
      const { digest = "" } = thrown as { digest?: string };
      if (!/^NEXT_(HTTP_ERROR_FALLBACK;404|REDIRECT)/.test(digest))
        failures.push(`${kind}: ${String(thrown).slice(0, 300)}`);
    }
  };
  // Led on, a page may read more: each visit adds to what the next ones try.
  await visit("as a link leads there", { params: everyName("1"), searchParams: {} });
  for (const [kind, value] of hostileTexts)
    for (const given of [...whatItReads(read, value)]) await visit(kind, given);
  expect(failures).toEqual([]);
});

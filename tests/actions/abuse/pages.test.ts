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

test.each(pages)("%s", async (file) => {
  const { default: page } = (await import(`@/${file.replace(/\.tsx$/, "")}`)) as { default: Page };
  const person: Person = file.startsWith("app/admin") ? "administrator" : "parent";
  await world.as(person);
  const failures: string[] = [];
  for (const [kind, value] of hostileTexts) {
    const inPath = Array.isArray(value) ? (value[0] ?? "") : value;
    for (const [params, query] of [
      [everyName(inPath), {}],
      [everyName("1"), everyName(value)],
    ] as const) {
      try {
        await page({ params: Promise.resolve(params), searchParams: Promise.resolve(query) });
      } catch (thrown) {
        const { digest = "" } = thrown as { digest?: string };
        if (!/^NEXT_(HTTP_ERROR_FALLBACK;404|REDIRECT)/.test(digest))
          failures.push(`${kind}: ${String(thrown).slice(0, 300)}`);
      }
    }
  }
  expect(failures).toEqual([]);
});

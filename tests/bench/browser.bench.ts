/** What a parent's browser pays, in a portal of the bench's own. Prints figures, asserts nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { openCalendar } from "../e2e/booking";
import { pointer } from "../e2e/hands";
import { signIn, test } from "../e2e/portal";
import { midYear } from "../e2e/servers";
import { rounds, someOf, warmUps } from "./rounds";
import { line, summary } from "./table";

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;

/**
 * What an empty page of the framework loads: the scripts that its manifest names, and the router's
 * layout, which stands in a chunk of its own. (A new application with one empty page: 134.9 kB.)
 */
function floor(): number {
  const manifest = JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as {
    rootMainFiles: string[];
  };
  const chunks = readdirSync(".next/static/chunks").map((name) => `static/chunks/${name}`);
  const router = chunks.filter(
    (file) =>
      file.endsWith(".js") &&
      !manifest.rootMainFiles.includes(file) &&
      readFileSync(`.next/${file}`, "utf8").includes('"useRouterBFCache"'),
  );
  return [...manifest.rootMainFiles, ...router]
    .map((file) => gzipSync(readFileSync(`.next/${file}`)).length)
    .reduce((sum, size) => sum + size, 0);
}

/** JavaScript on the wire, compressed, until the page is quiet. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  const count = (response: Awaited<ReturnType<Page["waitForResponse"]>>) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on("response", count);
  await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", count);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test.use({ now: midYear });

test("JavaScript of each page, gzip", async ({ portal }) => {
  const base = floor();
  console.log(`\nJavaScript, gzip: the framework's own ${kB(base)}`);
  const visit = async (who: "madelaine" | "administrator" | null, paths: readonly string[]) => {
    for (const path of someOf(paths)) {
      // A device for each page, so that nothing comes from the cache.
      const page = await (await portal.device()).newPage();
      if (who) await signIn(page, who);
      await page.route("**/*", (route) =>
        route.continue({ headers: { ...route.request().headers(), "cache-control": "no-cache" } }),
      );
      const total = await scriptBytes(page, path);
      console.log(`  ${path.padEnd(44)} ${kB(total)}   floor + ${kB(total - base)}`);
    }
  };
  await visit(null, ["/connexion", "/aide", "/simulation"]);
  await visit("madelaine", [
    "/",
    "/demandes",
    "/demarches/reservations",
    "/demarches/reservations/inscriptions",
    "/demarches/reservations/calendrier",
    "/demarches/tarifs/situation",
    "/demarches/autorisations",
  ]);
  await visit("administrator", ["/admin/demandes", "/admin/tarifs", "/admin/effectifs"]);
});

/** The price of a year as one script: esbuild comes with tsx. */
function priceYearScript(): string {
  const require = createRequire(import.meta.url);
  const esbuild = createRequire(require.resolve("tsx/package.json"))("esbuild");
  const { outputFiles } = esbuild.buildSync({
    entryPoints: ["tests/bench/price-year.ts"],
    bundle: true,
    write: false,
    format: "iife",
  });
  return outputFiles[0].text;
}

test("what a family-year costs, added up at each tap", async ({ browser }) => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: priceYearScript() });
  const session = await page.context().newCDPSession(page);
  for (const slower of [1, 4]) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const { dayUnits, amount, times } = await page.evaluate(
      (n) =>
        (
          globalThis as unknown as {
            priceYear: (n: number) => { dayUnits: number; amount: number; times: number[] };
          }
        ).priceYear(n),
      warmUps(10) + rounds(50),
    );
    if (slower === 1) console.log(`\nA family-year: ${dayUnits} day-units, ${amount / 100} €`);
    console.log(line(`its price, ${slower}× slower processor`, summary(times.slice(warmUps(10)))));
  }
});

test.describe("applying a periodicity", () => {
  test.use({ now: "2025-07-15T10:09", viewport: { width: 360, height: 740 } });

  for (const slower of [1, 4])
    test(`from tap to paint, processor ${slower}× slower`, async ({ page }) => {
      await signIn(page, "madelaine");
      await openCalendar(page, pointer());
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
      const times: number[] = [];
      for (let round = 0; round < warmUps(1) + rounds(5); round++)
        times.push(await applyOnce(page));
      console.log(
        line(
          `periodicity, tap to paint, ${slower}× slower processor`,
          summary(times.slice(warmUps(1))),
        ),
      );
    });
});

/** All boxes ticked over the year: the heaviest periodicity. Undone afterwards. */
async function applyOnce(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Appliquer une périodicité" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Suivant" }).click();
  await dialog.getByRole("button", { name: "Suivant" }).click();
  await dialog.getByRole("button", { name: "Tout cocher" }).first().click();
  await dialog.getByRole("button", { name: "Voir l’aperçu" }).click();
  const apply = dialog.getByRole("button", { name: /^Ajouter \d+/ });
  await apply.waitFor();
  const ms = await apply.evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        (button as HTMLButtonElement).click();
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - start)),
        );
      }),
  );
  await page.getByRole("button", { name: /^Défaire/ }).click();
  return ms;
}

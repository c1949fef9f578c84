// What is sent to hold the server up: it answers everybody else meanwhile.
import { request as httpRequest } from "node:http";
import { expect } from "@playwright/test";
import {
  aCrossReferenceBomb,
  aDeepPdf,
  anObjectStreamBomb,
  aWideImage,
} from "@/tests/support/storage/bombs";
import { kept } from "./kept-files";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

/** Asks again and again whether the server lives, until told to stop: the longest that one answer took, in ms. */
function watch(url: string) {
  const watched = { stopped: false };
  const longest = (async () => {
    let most = 0;
    while (!watched.stopped) {
      const from = performance.now();
      const answer = await fetch(`${url}/healthz`);
      expect(answer.status).toBe(200);
      await answer.text();
      most = Math.max(most, performance.now() - from);
    }
    return most;
  })();
  return () => {
    watched.stopped = true;
    return longest;
  };
}

test("files that would fill the memory are refused in words, and the server answers meanwhile", async ({
  portal,
}) => {
  const before = await kept(portal);
  const page = await (await portal.device({ viewport: { width: 360, height: 740 } })).newPage();
  await signIn(page, "madelaine");
  const bombs = [
    { name: "renvois.pdf", mimeType: "application/pdf", content: aCrossReferenceBomb() },
    { name: "objets.pdf", mimeType: "application/pdf", content: anObjectStreamBomb() },
    { name: "pages.pdf", mimeType: "application/pdf", content: aDeepPdf(20_000) },
    { name: "large.png", mimeType: "image/png", content: await aWideImage("png", false) },
  ];
  const stop = watch(portal.url);
  for (const { name, mimeType, content } of bombs) {
    await page.goto("/famille/justificatifs/nouveau?type=1");
    await page.getByLabel("Lucas Dupont").check();
    const buffer = Buffer.from(content);
    await page.getByLabel("Choisir des fichiers").setInputFiles([{ name, mimeType, buffer }]);
    await page.getByRole("button", { name: "Envoyer ce document" }).click();
    const refused = page.getByRole("alert").filter({ hasText: name });
    // What is only unusual may be read: it holds nobody up.
    const isHarmless = name === "pages.pdf" || name === "large.png";
    const received = page.getByRole("status").filter({ hasText: "bien reçu" });
    await expect(isHarmless ? refused.or(received) : refused).toBeVisible();
    if (!isHarmless) expect(await kept(portal)).toEqual(before);
  }
  // A second where nothing else runs: the machine of the tests draws other pages beside it.
  const longest = await stop();
  console.log(`The longest answer of /healthz took ${Math.round(longest)} ms`);
  expect(longest).toBeLessThan(3_000);
});

/** What the server answers to a request whose Host is not its own. */
function askAs(url: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; location: string; body: string }>((resolve, reject) => {
    const sent = httpRequest(`${url}${path}`, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? "",
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

test("a Host that is not the portal's leads nowhere else, and nothing breaks", async ({
  portal,
}) => {
  const hosts = [
    "ailleurs.example",
    "ailleurs.example:443",
    "a b",
    "[::1",
    "%00",
    "x".repeat(4000),
  ];
  const paths = ["/", "/connexion", "/demandes", "/admin/demandes", "/mot-de-passe", "/healthz"];
  for (const host of hosts)
    for (const path of paths)
      for (const headers of [{ host }, { "x-forwarded-host": host }] as const) {
        const { status, location, body } = await askAs(portal.url, path, { ...headers });
        expect(status, `${path} as ${JSON.stringify(headers)}`).toBeLessThan(500);
        expect(location).not.toContain("ailleurs");
        expect(body).not.toContain("ailleurs.example");
      }
});

// What families send by mistake, what others send on purpose, and what breaks on the way.
import { readdir, utimes, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import {
  aHeavyPhoto,
  anExecutable,
  aPhoto,
  aScriptedSvg,
} from "@/tests/support/storage/sent-files";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { kept } from "./kept-files";
import { signIn, test } from "./portal";
import { cronSecret, midYear } from "./servers";
import { startRelay } from "./relay";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const picker = (page: Page) => page.getByLabel("Choisir des fichiers");
const form = "/famille/justificatifs/nouveau?type=1";

const large = () => ({
  name: "gros.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.alloc(20_000_000, "%PDF-"),
});
const faults = async () => [
  { files: [large()], says: "trop lourd" },
  {
    files: [{ name: "photo.jpg", mimeType: "image/jpeg", buffer: anExecutable }],
    says: "ni un PDF ni une photo",
  },
  {
    files: [{ name: "logo.svg", mimeType: "image/svg+xml", buffer: aScriptedSvg }],
    says: "ni un PDF ni une photo",
  },
  {
    files: [{ name: "vide.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) }],
    says: "est vide",
  },
  {
    files: [
      { name: "bonne.jpg", mimeType: "image/jpeg", buffer: await aPhoto() },
      { name: "logo.png", mimeType: "image/png", buffer: aScriptedSvg },
    ],
    says: "ni un PDF ni une photo",
  },
  {
    files: Array.from({ length: 30 }, (_, i) => ({
      name: `page-${i}.pdf`,
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    })),
    says: /cinq fichiers au plus|30\sfichiers, et 5 au plus/,
  },
];

for (const javaScriptEnabled of [true, false])
  test(`what is no document is refused in clear words, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    portal,
  }) => {
    const before = await kept(portal);
    const device = await portal.device({
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    });
    const page = await device.newPage();
    await signIn(page, "madelaine");
    for (const { files, says } of await faults()) {
      await page.goto(form);
      await page.getByLabel("Lucas Dupont").check();
      await picker(page).setInputFiles(files);
      await button(page, "Envoyer ce document").click();
      await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
      await expect(page.getByLabel("Lucas Dupont")).toBeChecked();
      await expect(page).toHaveTitle(/^Erreur/);
      await expectNoSidewaysScroll(page);
      if (javaScriptEnabled)
        await expect(page.getByRole("list", { name: "Fichiers choisis" })).toContainText(
          files[0]?.name ?? "",
        );
    }
    expect(await kept(portal)).toEqual(before);
    await page.goto(form);
    await page.getByLabel("Lucas Dupont").check();
    const buffer = await aPhoto();
    await picker(page).setInputFiles([{ name: "a.jpg", mimeType: "image/jpeg", buffer }]);
    await button(page, "Envoyer ce document").click();
    await expect(page.getByRole("status").filter({ hasText: "bien reçu" })).toBeVisible();
    expect(await kept(portal)).toMatchObject({ requests: 1, together: true });
  });

test("the network is cut in the middle: nothing is kept, and the same sending goes on", async ({
  portal,
}) => {
  const before = await kept(portal);
  const device = await portal.device({ viewport: { width: 360, height: 740 } });
  const page = await device.newPage();
  await signIn(page, "madelaine");
  const relay = await startRelay(portal.url);
  await page.goto(`${relay.url}${form}`);
  await page.getByLabel("Lucas Dupont").check();
  const buffer = await aHeavyPhoto();
  await picker(page).setInputFiles([{ name: "recto.png", mimeType: "image/png", buffer }]);
  relay.cutAfter(500_000);
  await button(page, "Envoyer ce document").click();
  await expect(page.getByRole("alert").filter({ hasText: "s’est interrompu" })).toBeFocused();
  await expect(page.getByRole("list", { name: "Fichiers choisis" })).toContainText("recto.jpg");
  await expectAccessible(page);
  expect(await kept(portal)).toEqual(before);
  relay.repair();
  await button(page, "Envoyer ce document").click();
  await expect(page.getByRole("status").filter({ hasText: "bien reçu" })).toBeVisible();
  expect(await kept(portal)).toMatchObject({ requests: 1, together: true });
  relay.stop();
});

test("sockets that break, sendings that lie, and what a dead server leaves", async ({ portal }) => {
  const before = await kept(portal);
  const page = await (await portal.device()).newPage();
  await signIn(page, "madelaine");
  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const post = (announced: number, body: Buffer, end: "cut" | "wait") =>
    new Promise<{ status: number; text: string } | "cut">((resolve) => {
      const sending = httpRequest(`${portal.url}/famille/justificatifs/envoi`, {
        method: "POST",
        headers: {
          cookie,
          origin: portal.url,
          accept: "application/json",
          "content-type": "multipart/form-data; boundary=x",
          "content-length": announced,
        },
      });
      sending.on("error", () => resolve("cut"));
      sending.on("response", (answer) => {
        void answer.toArray().then((chunks) => {
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(chunks as Buffer[]).toString(),
          });
          sending.destroy();
        });
      });
      // Called once all of it has left: the server has begun to read.
      sending.write(body, () => {
        if (end === "cut") sending.destroy();
      });
    });
  const part = Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="files[]"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7',
  );
  expect(await post(5_000_000, Buffer.concat([part, Buffer.alloc(2_000_000)]), "cut")).toBe("cut");
  // Refused by what it announces: the answer comes while nothing but the first bytes has left.
  expect(await post(60_000_000, part, "wait")).toMatchObject({
    status: 413,
    text: expect.stringContaining("trop lourd") as unknown,
  });
  expect(await kept(portal)).toEqual(before);

  // A server that died between the storage and the database.
  const orphan = path.join(portal.storage, crypto.randomUUID());
  await writeFile(orphan, "sealed");
  const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
  for (const name of await readdir(portal.storage))
    await utimes(path.join(portal.storage, name), longAgo, longAgo);
  expect((await kept(portal)).together).toBe(false);
  const daily = (secret: string) =>
    page.request.get("/api/cron/quotidien", { headers: { authorization: `Bearer ${secret}` } });
  expect((await daily("not the scheduler's")).status()).toBe(401);
  const answer = await daily(cronSecret);
  expect([answer.status(), await answer.json()]).toEqual([
    200,
    {
      reminders: { families: 1 },
      files: { kept: before.objects, deleted: 1 },
      // Nothing of this town is old enough.
      purged: {
        AccountToken: 0,
        HalfSession: 0,
        IdempotencyKey: 0,
        OutboxEmail: 0,
        PasskeyChallenge: 0,
        Session: 0,
        SignInEvent: 0,
        Throttle: 0,
        TownImport: 0,
      },
    },
  ]);
  expect(await kept(portal)).toEqual(before);
  const mails = await portal.mails(2);
  expect(mails.map(({ email }) => email.subject)).toContain(
    "Avis d’imposition\u00a0: à renouveler",
  );
});

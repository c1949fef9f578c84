import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { renderToStaticMarkup } from "react-dom/server";
import { GET } from "@/app/(public)/infos-pratiques/fichiers/[fileId]/route";
import InfoPagePage from "@/app/(public)/infos-pratiques/[slug]/page";
import InfoPagesPage from "@/app/(public)/infos-pratiques/page";
import { moveInfoPage, removeDocument, saveInfoPage } from "@/app/admin/infos-pratiques/actions";
import { POST } from "@/app/admin/infos-pratiques/envoi/route";
import { Frame } from "@/app/frame";
import { prisma } from "@/lib/db";
import { instantOfMoment, moment } from "@/lib/domain/day";
import { readPageList } from "@/lib/services/info-pages/manage-pages";
import { forgetPublishedPages, hasPublishedPages } from "@/lib/services/info-pages/published";
import { deleteOrphans } from "@/lib/services/supporting-documents/delete-orphans";
import { key, lastEvent, sentTo } from "@/tests/services/settings/town/scenario";
import { asAccount, asNobody, townAgentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";
import { aPdf, aPhoto, anExecutable } from "@/tests/support/storage/sent-files";
import { emptyStorage, storedKeys } from "@/tests/support/storage/stored";

let agent: { id: string };

beforeEach(async () => {
  await emptyTables();
  await emptyStorage();
  forgetPublishedPages();
  agent = await anAccount(prisma, { role: "educationService" });
  await asAccount(agent);
});
afterAll(emptyStorage);

const typed = (its: Readonly<Record<string, unknown>> = {}) => ({
  title: "Règlement de la cantine",
  text: "## Horaires\nDe **11 h 30** à 13 h 30.",
  published: "1",
  idempotencyKey: key(),
  ...its,
});

const pagesNow = async () => (await readPageList(townAgentProof(agent))).pages;

async function aPage(its: Readonly<Record<string, unknown>> = {}) {
  await sentTo(saveInfoPage(typed(its)));
  const page = (await pagesNow()).at(-1);
  if (!page) throw new Error("The page was not saved");
  return page;
}

const read = async (slug: string) =>
  renderToStaticMarkup(
    await InfoPagePage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) }),
  );

async function send(pageId: number, file: Blob, its: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  const fields = { pageId: String(pageId), label: "Menus", idempotencyKey: key(), ...its };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file, "menus de novembre.pdf");
  const request = new Request("http://localhost:3000/admin/infos-pratiques/envoi", {
    method: "POST",
    headers: { origin: "http://localhost:3000", accept: "text/html" },
    body: form,
  });
  const answer = await POST(request, { params: Promise.resolve({}) });
  return answer.headers.get("location");
}

const download = (fileId: string) =>
  GET(new Request("http://localhost:3000/"), { params: Promise.resolve({ fileId }) });

const pdf = async () => new Blob([new Uint8Array(await aPdf("Menus"))]);

test("a page is read by everyone once it is published, and its address stays", async () => {
  const page = await aPage({ published: undefined });
  expect(page.slug).toBe("reglement-de-la-cantine");
  await expect(read(page.slug)).rejects.toThrow();
  expect(renderToStaticMarkup(await InfoPagesPage())).toContain("Aucune page");
  const line = { id: page.id, shown: page.stamp };
  const answer = sentTo(saveInfoPage(typed({ title: "Règlement 2026", ...line })));
  expect(await answer).toBe(`/admin/infos-pratiques?enregistre=${page.id}`);
  asNobody();
  expect(renderToStaticMarkup(await InfoPagesPage())).toContain("Règlement 2026");
  expect(await read(page.slug)).toContain(
    "<h2>Horaires</h2><p>De <strong>11 h 30</strong> à 13 h 30.</p>",
  );
  expect(await lastEvent()).toMatchObject({
    kind: "info-page-changed",
    data: { published: { was: false, now: true } },
  });
});

test("the menu has the entry while a page is published, and costs no statement of its own", async () => {
  asNobody();
  const menu = async () => JSON.stringify(await Frame({ children: null }));
  expect(await menu()).not.toContain("/infos-pratiques");
  await asAccount(agent);
  const page = await aPage();
  asNobody();
  expect(await menu()).toContain("/infos-pratiques");
  expect((await withStatements(hasPublishedPages)).statements).toEqual([]);
  await asAccount(agent);
  const line = { id: page.id, shown: page.stamp };
  await sentTo(saveInfoPage(typed({ published: undefined, ...line })));
  asNobody();
  expect(await menu()).not.toContain("/infos-pratiques");
});

test("pages stand in the order that agents give them", async () => {
  await aPage({ title: "Premier" });
  await aPage({ title: "Second" });
  const { pages, orderStamp } = await readPageList(townAgentProof(agent));
  const move = { id: pages[1]?.id, direction: "up", shown: orderStamp, idempotencyKey: key() };
  expect(await moveInfoPage(move)).toMatchObject({ ok: true, value: { place: 1 } });
  const html = renderToStaticMarkup(await InfoPagesPage());
  expect(html.indexOf("Second")).toBeLessThan(html.indexOf("Premier"));
});

test("a PDF is kept sealed, given to everyone as a download, and gone once it is taken off", async () => {
  const page = await aPage();
  const at = `/admin/infos-pratiques/${page.id}`;
  expect(await send(page.id, await pdf())).toBe(`${at}?fait=document-ajoute`);
  const [document] = (await pagesNow())[0]?.documents ?? [];
  const id = document?.id ?? "";
  expect(await storedKeys()).toEqual([id]);
  // The daily clean-up knows it, however old it is.
  const later = instantOfMoment(moment("2040-01-01T00:00"));
  expect(await deleteOrphans(later)).toEqual({ kept: 1, deleted: 0 });

  asNobody();
  expect(await read(page.slug)).toContain(`href="/infos-pratiques/fichiers/${id}"`);
  const answer = await download(id);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="document.pdf"; filename*=UTF-8''menus%20de%20novembre.pdf`,
  );
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");

  await prisma.infoPage.updateMany({ data: { published: false } });
  expect((await download(id)).status).toBe(404);
  await prisma.infoPage.updateMany({ data: { published: true } });
  await asAccount(agent);
  const gone = sentTo(removeDocument({ fileId: id, idempotencyKey: key() }));
  expect(await gone).toBe(`${at}?fait=document-retire`);
  expect((await download(id)).status).toBe(404);
  expect(await storedKeys()).toEqual([]);
  expect(await lastEvent()).toMatchObject({ kind: "info-document-removed" });
});

test("what is no PDF is refused, and what the same form sends again is one document", async () => {
  const page = await aPage();
  const at = `/admin/infos-pratiques/${page.id}?erreur=`;
  const photo = new Blob([new Uint8Array(await aPhoto())]);
  expect(await send(page.id, photo)).toBe(`${at}file-not-pdf&nom=Menus`);
  expect(await send(page.id, new Blob([new Uint8Array(anExecutable)]))).toContain("file-kind");
  expect(await send(page.id, new Blob([]))).toContain("file-empty");
  expect(await send(page.id, await pdf(), { label: "M" })).toContain("invalid");
  expect(await send(999_999, await pdf())).toContain("not-found");
  expect(await storedKeys()).toEqual([]);
  const again = { idempotencyKey: key() };
  const one = await pdf();
  for (let i = 0; i < 2; i += 1)
    expect(await send(page.id, one, again)).toContain("fait=document-ajoute");
  expect(await storedKeys()).toHaveLength(1);
  expect(await prisma.infoFile.count()).toBe(1);
});

test("what is wrong is said at its field", async () => {
  await aPage();
  expect(await saveInfoPage(typed({ title: "règlement de la CANTINE" }))).toMatchObject({
    refusal: "setting-label-taken",
  });
  const bad = typed({ title: "Autre", text: "[ici](data:text/html,x) <b>" });
  expect(await saveInfoPage(bad)).toMatchObject({
    fields: { text: expect.stringContaining("data:text/html,x") },
  });
  expect(await download("pas-un-fichier")).toMatchObject({ status: 404 });
});

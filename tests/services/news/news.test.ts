import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { renderToStaticMarkup } from "react-dom/server";
import FamilyHome from "@/app/(famille)/page";
import NewsPage from "@/app/(public)/actualites/page";
import { saveTownNews } from "@/app/admin/actualites/actions";
import { prisma } from "@/lib/db";
import { day } from "@/lib/domain/day";
import { readNewsList } from "@/lib/services/news/manage-news";
import { readNewsOf, readPublicNews } from "@/lib/services/news/read-news";
import { anOffice, key, lastEvent, sentTo } from "@/tests/services/settings/town/scenario";
import { asAccount, asNobody, familyProof, townAgentProof } from "@/tests/support/actors";
import { aFamily } from "@/tests/support/builders/family";
import { bringRowsBack, keepRows } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";

let office: Awaited<ReturnType<typeof anOffice>>;

beforeAll(async () => {
  office = await anOffice();
  await keepRows();
});
beforeEach(async () => {
  await bringRowsBack();
  await asAccount(office.agent);
});

const typed = (its: Readonly<Record<string, unknown>> = {}) => ({
  title: "Grève lundi",
  text: "Les **écoles** sont fermées.\r\n\r\n- lundi\r\n- mardi",
  firstDay: "2026-11-22",
  lastDay: "2026-11-30",
  audience: "everyone",
  idempotencyKey: key(),
  ...its,
});

const accountOf = (family: { guardians: readonly { accountId: string | null }[] }) => ({
  id: family.guardians[0]?.accountId ?? "",
});
const duponts = () => familyProof(accountOf(office.duponts.family), office.duponts.family);

/** The titles that the Duponts read on a day. */
async function readOn(text: string, proof = duponts()): Promise<string[]> {
  return (await readNewsOf(proof, day(text))).map(({ title }) => title);
}

test("a family reads on its pages what an agent has just saved, and no longer once it is over", async () => {
  const pages = async () => {
    await asAccount(accountOf(office.duponts.family));
    return Promise.all(
      [FamilyHome(), NewsPage()].map(async (page) => renderToStaticMarkup(await page)),
    );
  };
  for (const html of await pages()) expect(html).not.toContain("Grève");
  await asAccount(office.agent);
  const answer = await sentTo(saveTownNews(typed({ audience: "families" })));
  const [saved] = await readNewsList(townAgentProof(office.agent));
  expect(answer).toBe(`/admin/actualites?enregistre=${saved?.id}`);
  expect(await lastEvent()).toMatchObject({ kind: "news-added" });

  const [home = "", all = ""] = await pages();
  expect(home).toContain("Grève lundi");
  expect(home).toContain("Les écoles sont fermées.");
  expect(all).toContain("Les <strong>écoles</strong> sont fermées.");
  expect(all).toContain("<ul><li>lundi</li><li>mardi</li></ul>");
  asNobody();
  expect(renderToStaticMarkup(await NewsPage())).toContain("Aucune actualité");

  await asAccount(office.agent);
  const line = { id: saved?.id, shown: saved?.stamp };
  await sentTo(saveTownNews(typed({ audience: "families", lastDay: "2026-11-22", ...line })));
  expect(await readOn("2026-11-22")).toEqual(["Grève lundi"]);
  expect(await readOn("2026-11-23")).toEqual([]);
  expect(await lastEvent()).toMatchObject({
    kind: "news-changed",
    data: { lastDay: { was: "2026-11-30", now: "2026-11-22" } },
  });
  expect(await saveTownNews(typed({ title: "Autre titre", ...line }))).toMatchObject({
    refusal: "settings-changed",
  });
});

test("the first and the last day count, and one statement reads it for a family", async () => {
  await sentTo(saveTownNews(typed()));
  const { statements } = await withStatements(() => readOn("2026-11-22"));
  expect(statements).toHaveLength(1);
  for (const [on, titles] of [
    ["2026-11-21", []],
    ["2026-11-22", ["Grève lundi"]],
    ["2026-11-30", ["Grève lundi"]],
    ["2026-12-01", []],
  ] as const) {
    expect([on, await readOn(on)]).toEqual([on, titles]);
    expect((await readPublicNews(day(on))).map(({ title }) => title)).toEqual(titles);
  }
});

test("news of an activity or of an establishment is for its families, and for nobody else", async () => {
  const canteen = await prisma.activity.findFirstOrThrow({ where: { code: "RESTO" } });
  const group = await prisma.group.findFirstOrThrow({
    where: { inscriptions: { some: { child: { lastName: "Dupont" } } } },
  });
  const elsewhere = await prisma.establishment.create({ data: { name: "École Colette" } });
  const stranger = await aFamily(prisma, { name: "Neuve" });
  const others = familyProof(accountOf(stranger), stranger);
  await sentTo(
    saveTownNews(typed({ title: "Menus bio", audience: "activity", activityId: canteen.id })),
  );
  const { establishmentId } = group;
  const ofSchool = { title: "Travaux", audience: "establishment", establishmentId };
  await sentTo(saveTownNews(typed(ofSchool)));
  await sentTo(
    saveTownNews(typed({ ...ofSchool, title: "Kermesse", establishmentId: elsewhere.id })),
  );
  expect(await readOn("2026-11-22")).toEqual(["Travaux", "Menus bio"]);
  expect(await readOn("2026-11-22", others)).toEqual([]);
  expect(await readPublicNews(day("2026-11-22"))).toEqual([]);

  // A home without any right on the child is told nothing of its school.
  await prisma.familyChild.updateMany({
    data: { mayBook: false, mayAuthorize: false, maySeeFile: false },
  });
  expect(await readOn("2026-11-22")).toEqual([]);
});

test("an inscription that has ended tells its family nothing any longer", async () => {
  const canteen = await prisma.activity.findFirstOrThrow({ where: { code: "RESTO" } });
  const its = { audience: "activity", activityId: canteen.id, lastDay: "2027-12-31" };
  await sentTo(saveTownNews(typed(its)));
  expect(await readOn("2027-06-01")).toEqual(["Grève lundi"]);
  expect(await readOn("2027-12-01")).toEqual([]);
});

test("what is wrong is said at its field, and what was typed is given back without JavaScript", async () => {
  const refusedAt = async (its: Readonly<Record<string, unknown>>) => {
    const answer = (await saveTownNews(typed(its))) as { fields?: Record<string, string> };
    return answer.fields ?? {};
  };
  expect(await refusedAt({ text: "Voir [ici](javascript:alert(1))" })).toEqual({
    text: expect.stringContaining("«\u00a0javascript:alert(1)\u00a0»"),
  });
  expect(await refusedAt({ text: "<script>alert(1)</script>" })).toEqual({
    text: expect.stringContaining("HTML"),
  });
  expect(await refusedAt({ text: "a".repeat(10_001) })).toHaveProperty("text");
  expect(await refusedAt({ text: " ", title: "" })).toMatchObject({
    text: expect.any(String),
    title: expect.any(String),
  });
  expect(await refusedAt({ lastDay: "2026-11-21" })).toHaveProperty("lastDay");
  expect(await refusedAt({ audience: "activity", activityId: "" })).toHaveProperty("activityId");
  expect(await refusedAt({ audience: "establishment" })).toHaveProperty("establishmentId");
  expect(await saveTownNews(typed({ audience: "activity", activityId: 999_999 }))).toMatchObject({
    refusal: "choice-gone",
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(typed({ firstDay: "hier" })))
    form.set(name, String(value));
  expect(await saveTownNews(null, form)).toMatchObject({
    fields: { firstDay: expect.any(String) },
    typed: { title: "Grève lundi" },
  });
  expect(await prisma.news.count()).toBe(0);
});

test("a text that was never checked shows neither HTML nor a link that must not be followed", async () => {
  const text =
    "<img src=x onerror=alert(1)> [ici](javascript:alert(1)) [là](https://ville.example)";
  const dates = { firstDay: new Date("2026-11-01"), lastDay: new Date("2026-12-01") };
  await prisma.news.create({ data: { title: "Essai", text, ...dates, audience: "everyone" } });
  asNobody();
  const html = renderToStaticMarkup(await NewsPage());
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; ici ");
  expect(html).not.toContain("<img");
  expect(html).not.toContain("javascript:");
  expect(html).toContain('<a href="https://ville.example"');
});

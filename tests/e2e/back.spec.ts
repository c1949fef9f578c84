// The browser's Back, a reload, a page that the browser no longer has: what was chosen last comes back.
import { expect, type Page } from "@playwright/test";
import { openCalendar } from "./booking";
import { pointer } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("answers to authorizations are those that were given last", async ({ portal }) => {
  const page = await (await portal.device({ viewport: { width: 360, height: 740 } })).newPage();
  await signIn(page, "madelaine");
  await page.goto("/demarches/autorisations");
  await page
    .getByRole("link", { name: /^Voir les autorisations de/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Mettre à jour" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const questions = page.getByRole("main").getByRole("group");
  const answerOf = (at: number) => questions.nth(at).getByRole("radio", { checked: true });
  const turn = async (at: number) => {
    const was = await answerOf(at).getAttribute("value");
    await questions
      .nth(at)
      .getByRole("radio", { name: was === "oui" ? "Interdiction" : "Autorisation" })
      .check();
    return was === "oui" ? "non" : "oui";
  };
  // Nobody has said yet whether the neighbour may fetch the child.
  await questions.last().getByRole("radio", { name: "Autorisation" }).check();
  const turned = [await turn(0), await turn(1)];
  const expectKept = async () => {
    for (const [at, value] of turned.entries())
      await expect(answerOf(at)).toHaveAttribute("value", value);
  };
  const changes = page.getByRole("region", { name: /^La demande pour/ }).getByRole("listitem");
  await button(page, "Aller à l’étape 2").click();
  await expect(changes).toHaveCount(3);

  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Récapitulatif");
  await expectKept();
  turned.push(await turn(2));
  await button(page, "Aller à l’étape 2").click();
  await expect(changes).toHaveCount(4);

  // A page of which the browser has nothing left: the server's answer is the same.
  await page.goto("/aide");
  await page.goBack();
  await expect(changes).toHaveCount(4);
  await page.goBack();
  await expectKept();
  await page.reload();
  await expectKept();
});

test("the calendar comes back on its week, each box on its own day", async ({ portal }) => {
  const page = await (await portal.device({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(page, "madelaine");
  await openCalendar(page, pointer());
  const title = page.getByRole("main").getByRole("heading", { level: 2 }).first();
  const first = await title.textContent();
  await button(page, "Semaine suivante").first().click();
  await button(page, "Semaine suivante").first().click();
  await expect(title).not.toHaveText(first ?? "");
  const free = page.getByRole("table").getByRole("checkbox", { checked: false });
  await free.first().click();
  await expect(page.getByText(/^Enregistré à/).first()).toBeVisible();
  const boxes = () =>
    page
      .getByRole("table")
      .getByRole("checkbox")
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute("aria-label"), (one as HTMLInputElement).checked]),
      );
  const [week, ticks] = [await title.textContent(), await boxes()];
  const expectBack = async () => {
    await expect(title).toHaveText(week ?? "");
    await expect.poll(boxes).toEqual(ticks);
  };
  await page.getByRole("link", { name: "Aller à l’étape 3" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Récapitulatif");
  await page.goBack();
  await expectBack();
  await page.reload();
  await expectBack();
  await page.goto("/aide");
  await page.goBack();
  await expectBack();

  await page.getByText("Mois", { exact: true }).click();
  const month = await title.textContent();
  await page.reload();
  await expect(title).toHaveText(month ?? "");
  await expect(page.getByRole("radio", { name: "Mois" })).toBeChecked();
});

import { expect } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./accessibility";
import { keyboard, pointer, type Hands } from "./hands";
import { signIn, test } from "./portal";
import { midYear } from "./servers";

test.use({ now: midYear });

const screens = [
  { width: 360, hands: "touch" },
  { width: 1280, hands: "keyboard" },
] as const;

for (const { width, hands: which } of screens)
  test(`an absence is told from the home page at ${width} px, by ${which}`, async ({ portal }) => {
    const device = await portal.device({ viewport: { width, height: 800 } });
    const page = await device.newPage();
    const hands: Hands = which === "keyboard" ? keyboard(page) : pointer();
    await signIn(page, "madelaine");
    await page.goto("/");
    await hands.press(page.getByRole("link", { name: "Signaler une absence" }).first());
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Absence demain");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await hands.press(page.getByRole("button", { name: "Signaler l’absence" }));
    const refused = page.getByRole("alert").filter({ hasText: "Cochez au moins une réservation." });
    await expect(refused).toBeVisible();
    for (const child of ["Léo", "Lucas"]) {
      const places = page.getByRole("group", { name: child }).getByRole("checkbox");
      await places.and(page.locator(":enabled")).first().check();
    }
    await page.getByLabel("Pourquoi ?").fill("Une varicelle à la maison.");
    await hands.press(page.getByRole("button", { name: "Signaler l’absence" }));

    await page.waitForURL(/envoi=/);
    await expect(page.getByText(/Absence signalée \(n°/)).toBeVisible();
    await expectAccessible(page);
    const sendings = await portal.sql<{ submissions: number; lines: number }>(`
      SELECT count(DISTINCT q."submissionId")::int AS submissions, count(*)::int AS lines
      FROM "RequestLine" l JOIN "ServiceRequest" q ON q.id = l."requestId"
      WHERE q."submissionId" = (SELECT id FROM "Submission" ORDER BY "createdAt" DESC LIMIT 1)`);
    expect(sendings).toEqual([{ submissions: 1, lines: 2 }]);
    const [mail] = await portal.mails(1);
    expect(mail?.email.subject).toContain("Absence signalée");
    expect(mail?.email.text).toContain("Une varicelle à la maison.");
  });

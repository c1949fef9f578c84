import "@/tests/support/midyear-clock";
import "@/tests/support/actors";
import { renderToStaticMarkup } from "react-dom/server";
import ContactPage from "@/app/(public)/contact/page";
import { saveTownIdentity } from "@/app/admin/reglages/identite/actions";
import { identityForm } from "@/app/admin/reglages/identite/words";
import { portalMetadata } from "@/app/document";
import { Footer } from "@/components/portal/chrome/footer";
import { Header } from "@/components/portal/chrome/header";
import { prisma } from "@/lib/db";
import { recipientOf } from "@/lib/services/accounts/recipient";
import { issuer } from "@/lib/services/documents/issuer";
import { forgetIdentity, holdIdentity } from "@/lib/services/identity/hold-identity";
import { readIdentity } from "@/lib/services/identity/save-identity";
import { key, lastEvent, sentTo } from "@/tests/services/settings/town/scenario";
import { asAccount, townAgentProof } from "@/tests/support/actors";
import { anAccount } from "@/tests/support/builders/account";
import { emptyTables } from "@/tests/support/database";
import { withStatements } from "@/tests/support/statements";
import { showIdentity } from "@/town/live";
import { firstTown, town } from "@/town/town";

let agent: { id: string };

beforeEach(async () => {
  await emptyTables();
  showIdentity(null);
  forgetIdentity();
  agent = await anAccount(prisma, { role: "educationService" });
  await asAccount(agent);
});
afterAll(() => showIdentity(null));

/** What the form sends as it stands, with these changes. */
async function typed(its: Readonly<Record<string, string>> = {}) {
  const { initial, line } = identityForm(await readIdentity(townAgentProof(agent)));
  return { ...initial, ...its, shown: line.shown, idempotencyKey: key() };
}

const actions = { signOut: () => Promise.resolve(), switchFamily: () => Promise.resolve() };
const chrome = () =>
  renderToStaticMarkup(
    <>
      <Header viewer={null} menu={[]} actions={actions} />
      <Footer />
    </>,
  );

const renamed = {
  name: "Orbec-le-Vieux",
  ofName: "d'Orbec-le-Vieux",
  portalName: "Portail des familles",
  departmentName: "Direction de l’enfance",
  email: "enfance@orbec.example",
  phone: "0199001499",
  address: "Mairie\n\n 2 rue du Puits ",
  openingHours: "Lundi : 9 h – 12 h\nJeudi\u00a0: 14 h – 18 h",
};

test("before anything is saved, the town's file counts", async () => {
  await holdIdentity();
  expect(town.name).toBe(firstTown.name);
  expect(chrome()).toContain(firstTown.department.email);
});

test("every page, e-mail and document bears what was just saved", async () => {
  expect(await sentTo(saveTownIdentity(await typed(renamed)))).toContain("enregistre=1");
  const html = chrome();
  for (const text of ["Orbec-le-Vieux", "Portail des familles", "enfance@orbec.example"])
    expect(html).toContain(text);
  expect(html).not.toContain(firstTown.name);
  const contact = renderToStaticMarkup(<ContactPage />);
  for (const text of ["01 99 00 14 99", "2 rue du Puits", "14 h – 18 h"])
    expect(contact).toContain(text);
  expect(portalMetadata().title).toMatchObject({
    default: "Portail des familles d’Orbec-le-Vieux",
  });
  expect(recipientOf({ email: "a@b.fr", firstName: "Léa" })).toMatchObject({
    town: "Portail des familles d’Orbec-le-Vieux",
    department: "enfance@orbec.example",
  });
  expect(issuer().lines).toEqual([
    "Direction de l’enfance, Mairie, 2 rue du Puits",
    "01 99 00 14 99 – enfance@orbec.example",
  ]);
  expect(await lastEvent()).toMatchObject({
    kind: "town-identity-changed",
    data: { name: { was: firstTown.name, now: "Orbec-le-Vieux" } },
  });
});

test("it is held in memory, and another server reads it once its time is over", async () => {
  await sentTo(saveTownIdentity(await typed(renamed)));
  expect((await withStatements(holdIdentity)).statements).toEqual([]);
  await prisma.townIdentity.updateMany({ data: { name: "Orbec" } });
  await holdIdentity();
  expect(town.name).toBe("Orbec-le-Vieux");
  forgetIdentity();
  await holdIdentity();
  expect(town.name).toBe("Orbec");
});

test("a colleague's save is seen; what says nothing new is not saved twice", async () => {
  const old = await typed({ name: "Autre nom" });
  // Looked at and kept as it is: that is a save.
  await sentTo(saveTownIdentity(await typed()));
  expect(await saveTownIdentity(await typed())).toMatchObject({ refusal: "settings-unchanged" });
  expect(await saveTownIdentity(old)).toMatchObject({ refusal: "settings-changed" });
  expect(town.name).toBe(firstTown.name);
});

test.each([
  ["name", " "],
  ["ofName", "Clairval"],
  ["portalName", "a".repeat(41)],
  ["siteUrl", "javascript:alert(1)"],
  ["siteUrl", "ville.fr"],
  ["email", "education"],
  ["phone", "12"],
  ["address", " \n "],
  ["openingHours", "Lundi 9 h"],
])("%s is refused at its field: %j", async (name, value) => {
  expect(await saveTownIdentity(await typed({ [name]: value }))).toMatchObject({
    fields: { [name]: expect.any(String) },
  });
  expect(await prisma.townIdentity.count()).toBe(0);
});

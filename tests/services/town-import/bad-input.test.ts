// What files bring that no town can take, each told by its line and column, or refused whole.
import { prisma } from "@/lib/db";
import { anActivity } from "@/tests/support/builders/activity";
import { aFamily } from "@/tests/support/builders/family";
import { aGroup } from "@/tests/support/builders/group";
import { aSchoolYear } from "@/tests/support/builders/school-year";
import { emptyTables } from "@/tests/support/database";
import { anImporter, aRow, csvOf, inShort, prepared } from "@/tests/support/town-import";

let ctx: Awaited<ReturnType<typeof anImporter>>;

beforeAll(async () => {
  await emptyTables();
  ctx = await anImporter();
});

const told = async (file: string | Uint8Array) => (await prepared(ctx, file)).report.map(inShort);

test("each wrong cell by its line, its column and its reason", async () => {
  const other = { familyKey: "F9", g1LastName: "Roy", g1FirstName: "Ana" };
  const alone = { ...other, g1Email: "", g1Phone: "", childLastName: "Roy" };
  expect(
    await told(
      csvOf([
        aRow({ birthDate: "14/03/2031" }),
        aRow({ familyKey: "F3", childFirstName: "Zoé", g1Email: "claire.martin@exemple" }),
        aRow({ ...alone, familyKey: "F4", childFirstName: "Ines", g1Phone: "12 34" }),
        aRow({ ...alone, familyKey: "F5", childFirstName: "", birthDate: "hier" }),
        aRow({ ...alone, familyKey: "F6", childFirstName: "Jade", g1City: "", g1Civility: "Dr" }),
        aRow({
          ...alone,
          familyKey: "F7",
          childFirstName: "Tom",
          quotient: "640",
          quotientFrom: "1/9/2026",
        }),
        aRow({ ...alone, familyKey: "", childFirstName: "Sam" }),
      ]),
    ),
  ).toEqual([
    "2 wrong | Enfant - Né(e) le: Cette date est à venir : vérifiez l’année.",
    "3 wrong | Responsable 1 - Courriel: Cette adresse électronique n’est pas complète : vérifiez-la, ou laissez vide.",
    "4 wrong | Responsable 1 - Téléphone: Ce numéro n’est pas un téléphone : par exemple 06 12 34 56 78.",
    "5 wrong | Enfant - Prénom: Donnez le prénom. | Enfant - Né(e) le: Donnez une date complète : jour, mois et année.",
    "6 wrong | Responsable 1 - Civilité: Écrivez « Mme » ou « M. », ou laissez vide. | Responsable 1 - Commune: Donnez la commune.",
    "7 wrong | Quotient - Nombre de parts: Indiquez le nombre de parts, de 1 à 20, par exemple 2 ou 2,5. | Quotient - Enfants à charge: Indiquez le nombre d’enfants à charge, de 0 à 20. | Quotient - Habite la commune: Dites si la famille habite la commune.",
    "8 wrong | Famille - Numéro: Donnez le numéro de la famille.",
  ]);
});

test("what two lines say against each other", async () => {
  const shared = { g1Email: "nous@exemple.fr", g1Phone: "" };
  expect(
    await told(
      csvOf([
        aRow(),
        aRow({
          familyKey: "F2",
          g1LastName: "MARTIN",
          g1FirstName: "claire",
          childFirstName: "LEA",
        }),
        aRow({ ...shared, familyKey: "F3", childFirstName: "Ines" }),
        aRow({ ...shared, familyKey: "F4", childFirstName: "Jade", g1FirstName: "Ana" }),
        aRow({ familyKey: "F5", childFirstName: "Tom", g1Email: "", g1Phone: "" }),
        aRow({ familyKey: "F5", childFirstName: "Tom", g1Email: "", g1Phone: "" }),
      ]),
    ),
  ).toEqual([
    "2 wrong | ligne: Un enfant de ce nom, né ce jour, est aussi dans une autre famille, ligne 3. S’il a deux foyers, importez le premier, puis le second dans un autre fichier.",
    "3 wrong | ligne: Un enfant de ce nom, né ce jour, est aussi dans une autre famille, ligne 2. S’il a deux foyers, importez le premier, puis le second dans un autre fichier.",
    "4 wrong | Courriel: nous@exemple.fr est aussi l’adresse de Ana Martin, ligne 5 : chaque responsable a la sienne.",
    "5 wrong | Courriel: nous@exemple.fr est aussi l’adresse de Claire Martin, ligne 4 : chaque responsable a la sienne.",
    "6 added",
    "7 wrong | ligne: Cet enfant est déjà à la ligne 6.",
  ]);
});

test("an inscription outside its group, that overlaps, or of no group; a category of none", async () => {
  const activity = await anActivity(prisma, { code: "RESTO", label: "Restauration scolaire" });
  const schoolYear = await aSchoolYear(prisma, { name: "2026-2027" });
  const group = await aGroup(prisma, { activity, schoolYear, code: "RESTO_A" });
  await aGroup(prisma, { activity, schoolYear, code: "RESTO_B" });
  await aFamily(prisma, {
    name: "Leroy",
    guardians: [{ firstName: "Paul", email: "paul@exemple.fr" }],
    children: [{ firstName: "Max", birthDate: "2018-05-05", inscriptions: [{ group }] }],
  });
  const max = {
    familyKey: "F1",
    g1LastName: "Leroy",
    g1FirstName: "Paul",
    g1Email: "paul@exemple.fr",
    g1Phone: "",
    childLastName: "Leroy",
    childFirstName: "Max",
    birthDate: "05/05/2018",
    school: "",
    schoolClass: "",
    g1Civility: "",
    g1Street: "",
    g1Postcode: "",
    g1City: "",
  };
  const lines = await told(
    csvOf([
      aRow({ ...max, group: "RESTO_B", from: "01/12/2026", to: "31/12/2026" }),
      aRow({ ...max, group: "resto_a" }),
      aRow({ familyKey: "F2", g1Email: "", g1Phone: "", group: "RESTO_A", from: "01/07/2026" }),
      aRow({
        familyKey: "F2",
        g1Email: "",
        g1Phone: "",
        group: "RESTO_A",
        from: "02/03/2027",
        to: "01/03/2027",
      }),
      aRow({ familyKey: "F2", g1Email: "", g1Phone: "", group: "RESTO_Z" }),
      aRow({ familyKey: "F3", g1Email: "", g1Phone: "", childFirstName: "Ines", category: "VIP" }),
    ]),
  );
  expect(lines).toEqual([
    expect.stringMatching(
      /^2 wrong \| Inscription - Groupe: L’enfant est déjà inscrit à cette activité \(du /,
    ),
    "3 same",
    expect.stringMatching(
      /^4 wrong \| Inscription - Du: Ces dates sortent de celles du groupe \(du /,
    ),
    "5 wrong | Inscription - Au: Le dernier jour est avant le premier : corrigez l’un des deux.",
    expect.stringMatching(/^6 wrong \| Inscription - Groupe: Ce groupe n’existe pas au portail/),
    expect.stringMatching(
      /^7 wrong \| Enfant - Catégorie de tarif: Cette catégorie de tarif n’existe pas/,
    ),
  ]);
});

test("somebody else's address, and two homes under one number", async () => {
  await aFamily(prisma, {
    name: "Un",
    guardians: [{ firstName: "Eva", lastName: "Un", email: "eva@exemple.fr" }],
  });
  await aFamily(prisma, {
    name: "Deux",
    guardians: [{ firstName: "Luc", lastName: "Deux", email: "luc@exemple.fr" }],
  });
  const eva = { g1FirstName: "Eva", g1LastName: "Un", g1Email: "eva@exemple.fr", g1Phone: "" };
  const luc = { g2FirstName: "Luc", g2LastName: "Deux", g2Email: "luc@exemple.fr" };
  expect(
    await told(
      csvOf([
        aRow({
          familyKey: "F1",
          g1FirstName: "Zoltan",
          g1Email: "eva@exemple.fr",
          g1Phone: "",
          childFirstName: "Ada",
        }),
        aRow({ ...eva, ...luc, familyKey: "F2", childFirstName: "Ben" }),
      ]),
    ),
  ).toEqual([
    expect.stringMatching(
      /^2 wrong \| Courriel: eva@exemple.fr est aussi l’adresse de Eva Un, ligne 3/,
    ),
    expect.stringMatching(/^3 wrong \| Courriel: eva@exemple.fr est aussi/),
  ]);
  expect(
    await told(
      csvOf([
        aRow({
          g1FirstName: "Zoltan",
          g1Email: "eva@exemple.fr",
          g1Phone: "",
          childFirstName: "Ada",
        }),
      ]),
    ),
  ).toEqual([
    "2 wrong | Courriel: eva@exemple.fr est déjà l’adresse de Eva Un au portail : chaque responsable a la sienne.",
  ]);
  expect(await told(csvOf([aRow({ ...eva, ...luc, childFirstName: "Ben" })]))).toEqual([
    "2 wrong | Famille - Numéro: Ces responsables sont au portail dans plusieurs familles (Un, Deux) : donnez un numéro à chaque foyer.",
  ]);
});

import { importFields } from "@/lib/domain/town-import/fields";
import {
  isOndeGuardians,
  isOndePupils,
  joinOnde,
  type FileTable,
} from "@/lib/domain/town-import/onde";

// As the portal of the ministry writes them: a space before "Cycle", straight or curly apostrophes.
const pupilHeaders =
  "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe";
const guardianHeaders =
  "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;Nom d’usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants;Nom d’usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";

function tableOf(headers: string, ...rows: readonly string[]): FileTable {
  return {
    headers: headers.split(";"),
    rows: rows.map((row, i) => ({ line: i + 2, cells: row.split(";") })),
  };
}

const pupils = tableOf(
  pupilHeaders,
  "MARTIN;;Léa;14/03/2019;F;120456789AB;3 place du Marché;91000;CLAIRVAL;;;;;;CYCLE II;CP;CP A",
  "MARTIN;DUPONT;Noé;01/01/2021;M;;;;;;;;;;CYCLE I;;PS MS",
  "ROY;;Sam;05/05/2018;M;;;;;;;;;;CYCLE II;CE1;CE1 B",
  "ROY;;Sam;06/06/2016;M;;;;;;;;;;CYCLE III;CM1;CM1",
  "PERDU;;Tom;07/07/2017;M;;;;;;;;;;CYCLE II;CE2;CE2",
  "DEUX;;Ana;08/08/2017;F;;;;;;;;;;CYCLE II;CE2;CE2",
);
const guardians = tableOf(
  guardianHeaders,
  "MME;;MARTIN;Claire;3 place du Marché;91000;CLAIRVAL;FRANCE;claire@exemple.fr;0139981001;;639981001;;MARTIN;Léa;CP A;DUPONT;MARTIN;Noé;PS MS",
  "M.;DUPONT;DUPONT;Hugo;3 PLACE DU MARCHE;91000;CLAIRVAL;FRANCE;;;;0639981002;;MARTIN;Léa;CP A;DUPONT;MARTIN;Noé;PS MS",
  "M.;;ROY;Paul;;;;;paul@exemple.fr;;;;;ROY;Sam;CE1 B;;;;",
  "M.;;ROY;Jean;;;;;jean@exemple.fr;;;;;ROY;Sam;CM1;;;;",
  "M.;;DEUX;Luc;1 rue A;91000;CLAIRVAL;;;;;;;DEUX;Ana;CE2;;;;",
  "MME;;DEUX;Eva;2 rue B;91000;CLAIRVAL;;;;;;;DEUX;Ana;CE2;;;;",
);

test("each list is known by its headers, whatever their spaces and apostrophes", () => {
  expect([pupils, guardians].map(isOndePupils)).toEqual([true, false]);
  expect([pupils, guardians].map(isOndeGuardians)).toEqual([false, true]);
});

test("a pupil takes its guardians by its names, and by its class where two have the same", () => {
  const lines = joinOnde(pupils, guardians).map(({ line, cells }) => [
    line,
    Object.fromEntries(importFields.map((field, i) => [field, cells[i]])),
  ]);
  expect(lines).toMatchObject([
    [
      2,
      {
        familyKey: "L2",
        g1LastName: "MARTIN",
        g1FirstName: "Claire",
        g1Phone: "639981001",
        g1OtherPhone: "0139981001",
        g2LastName: "DUPONT",
        g2Postcode: "91000",
        childLastName: "MARTIN",
        birthDate: "14/03/2019",
        schoolClass: "CP",
      },
    ],
    [3, { familyKey: "L2", childLastName: "DUPONT", childFirstName: "Noé", schoolClass: "PS MS" }],
    [4, { familyKey: "L4", g1FirstName: "Paul", g2LastName: "" }],
    [5, { familyKey: "L5", g1FirstName: "Jean" }],
    [6, { familyKey: { problem: expect.stringMatching(/^Aucun responsable/) } }],
    [7, { familyKey: { problem: expect.stringMatching(/deux adresses/) } }],
  ]);
});

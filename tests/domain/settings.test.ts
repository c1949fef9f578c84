import { settingEffects, type AuthorizationSetting } from "@/lib/domain/authorization-setting";
import { namesReligion } from "@/lib/domain/diet";
import { documentTypeEffects, type DocumentTypeSetting } from "@/lib/domain/document-type-setting";
import { fieldRules } from "@/lib/domain/family-file";
import { ruleEffects } from "@/lib/domain/family-file-setting";
import { fieldValueInWords, fileChangeInWords } from "@/lib/domain/family-file-words";
import { moved } from "@/lib/domain/ordered";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";

test("a line moves by one place, and never out of its list", () => {
  expect(moved([1, 2, 3], 2, "up")).toEqual([2, 1, 3]);
  expect(moved([1, 2, 3], 2, "down")).toEqual([1, 3, 2]);
  expect(moved([1, 2, 3], 1, "up")).toBeNull();
  expect(moved([1, 2, 3], 3, "down")).toBeNull();
  expect(moved([1, 2, 3], 9, "up")).toBeNull();
});

test("a code is made of the label's words, and is nobody else's", () => {
  expect(settingCode("Sortir à vélo", [])).toBe("SORTIR_A_VELO");
  expect(settingCode("Sortir à vélo", ["SORTIR_A_VELO", "SORTIR_A_VELO_2"])).toBe(
    "SORTIR_A_VELO_3",
  );
  expect(settingCode("…", [])).toBe("REGLAGE");
  expect(isSameLabel("Photographie ", "photographié")).toBe(true);
  expect(isSameLabel("Photographie", "Vidéo")).toBe(false);
});

describe("what a change of an authorization does", () => {
  const asked: AuthorizationSetting = {
    label: "Photographie",
    explanation: null,
    icon: "camera",
    subject: "child",
    required: true,
    minimumAge: null,
    active: true,
  };

  test.each<[string, AuthorizationSetting | null, Partial<AuthorizationSetting>, number, RegExp]>([
    ["added", null, {}, 0, /devront répondre pour chaque enfant/],
    [
      "added, optional, of an age",
      null,
      { required: false, minimumAge: 6 },
      0,
      /pourront .* 6\u00a0ans/,
    ],
    ["asked again", { ...asked, active: false }, {}, 3, /3 réponses déjà données valent à nouveau/],
    ["withdrawn", asked, { active: false }, 2, /disparaît .* 2 réponses restent enregistrées/],
    ["withdrawn, never answered", asked, { active: false }, 0, /Personne n’y a répondu/],
    ["optional", asked, { required: false }, 0, /facultatif/],
    ["required", { ...asked, required: false }, {}, 0, /devront répondre/],
    ["for contacts", asked, { subject: "contact" }, 0, /chaque contact/],
    ["at an age", asked, { minimumAge: 8 }, 0, /au moins 8\u00a0ans/],
    ["at any age", { ...asked, minimumAge: 8 }, {}, 0, /à tout âge/],
    [
      "another text",
      asked,
      { label: "Vidéo" },
      5,
      /5 réponses déjà données vaudront pour le nouveau/,
    ],
    ["another text, never answered", asked, { label: "Vidéo" }, 0, /liront le nouveau texte/],
  ])("%s", (_, before, change, answers, said) => {
    expect(settingEffects(before, { ...asked, ...change }, answers).join(" ")).toMatch(said);
  });

  test("nothing changes, nothing is said", () => {
    expect(settingEffects(asked, asked, 4)).toEqual([]);
    expect(settingEffects(null, { ...asked, active: false }, 0)).toEqual([]);
  });
});

describe("what a change of a kind of document does", () => {
  const insurance: DocumentTypeSetting = {
    label: "Assurance",
    explanation: null,
    subject: "child",
    validity: "schoolYear",
    validityMonths: null,
    processing: "examined",
    required: true,
    forLate: false,
    active: true,
  };

  test.each<[string, DocumentTypeSetting | null, Partial<DocumentTypeSetting>, number, RegExp]>([
    ["added", null, {}, 0, /à fournir\u00a0» pour chaque enfant/],
    ["added, optional", null, { required: false }, 0, /pourront le donner pour chaque enfant/],
    ["added, for late requests", null, { forLate: true }, 0, /demande hors délai/],
    ["withdrawn", insurance, { active: false }, 2, /2 documents déjà donnés restent au dossier/],
    ["withdrawn, never given", insurance, { active: false }, 0, /Personne ne l’a donné/],
    ["no longer required", insurance, { required: false }, 0, /n’est plus demandé/],
    ["for a guardian", insurance, { subject: "guardian" }, 0, /chaque responsable/],
    [
      "another validity",
      insurance,
      { validity: "months", validityMonths: 6 },
      1,
      /1 document déjà donné garde sa date/,
    ],
    ["automatic", insurance, { processing: "automatic" }, 0, /acceptés aussitôt/],
    ["examined", { ...insurance, processing: "automatic" }, {}, 0, /Un agent examinera/],
  ])("%s", (_, before, change, documents, said) => {
    expect(documentTypeEffects(before, { ...insurance, ...change }, documents).join(" ")).toMatch(
      said,
    );
  });

  test("nothing changes, nothing is said", () => {
    expect(documentTypeEffects(insurance, insurance, 4)).toEqual([]);
  });
});

test("each changed field says what families will see of it", () => {
  const before = fieldRules([]);
  const after = {
    ...before,
    school: { access: "hidden", processing: "examined" },
    phone: { access: "shown", processing: "automatic" },
    diet: { access: "required", processing: "examined" },
    address: { access: "editable", processing: "examined" },
    insurer: { access: "editable", processing: "examined" },
    hasPai: { access: "editable", processing: "automatic" },
  } as const;
  const effects = ruleEffects(before, after).join("\n");
  expect(effects).toMatch(/École\u00a0: disparaît/);
  expect(effects).toMatch(/Téléphone\u00a0: les familles le verront sans pouvoir le changer/);
  expect(effects).toMatch(/Régime alimentaire\u00a0: .* devront le remplir .* Un agent examine/);
  expect(effects).toMatch(/Adresse\u00a0: .* pourront le laisser vide/);
  expect(effects).toMatch(/Assureur\u00a0: un agent examine les prochains changements/);
  expect(effects).toMatch(/\(PAI\)\u00a0: les prochains changements valent aussitôt/);
  expect(ruleEffects(before, before)).toEqual([]);
  const shown = { ...before, school: { access: "shown", processing: "examined" } } as const;
  const hidden = { ...before, school: { access: "hidden", processing: "examined" } } as const;
  expect(ruleEffects(hidden, shown)).toEqual(["École\u00a0: les familles le verront."]);
});

test("a diet names what is eaten, not a religion", () => {
  expect(["Repas halal", "Casher", "Musulman"].every(namesReligion)).toBe(true);
  expect(["Sans porc", "Végétarien", "Sans lactose"].some(namesReligion)).toBe(false);
});

test("a value of the file in words", () => {
  expect(fieldValueInWords("paiValidUntil", "2027-08-31")).toBe("31 août 2027");
  expect(fieldValueInWords("hasPai", "oui")).toBe("Oui");
  expect(fieldValueInWords("hasPai", "non")).toBe("Non");
  expect(fieldValueInWords("school", null)).toBe("Non renseigné");
  expect(fileChangeInWords("address", { was: null, now: "1 rue Haute\n91000 Évry" })).toBe(
    "Adresse\u00a0: non renseigné, devient 1 rue Haute, 91000 Évry",
  );
  expect(fileChangeInWords("hasPai", null)).toBe("Projet d’accueil individualisé (PAI)");
});

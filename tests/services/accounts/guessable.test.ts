import { isGuessable } from "@/lib/auth/guessable";

const own = ["Madelaine", "Dupont", "madelaine.dupont@exemple.fr"];

test.each([
  ["digits in a row", "123456789012"],
  ["twelve spaces", " ".repeat(12)],
  ["one letter", "aaaaaaaaaaaaaaaa"],
  ["one's own address", "madelaine.dupont@exemple.fr"],
  ["one's own name and a year", "Madelaine2026"],
  ["the town", "Clairval2026!"],
  ["the portal", "espacefamilles1"],
  ["a keyboard walk", "azertyuiopqs"],
  ["a French word with a number", "Motdepasse2026"],
  ["one of the list, in capitals", "1Q2W3E4R5T6Y"],
])("%s is guessable", async (_what, password) => {
  expect(await isGuessable(password, own)).toBe(true);
});

test.each([
  ["a phrase", "un mot de passe assez long"],
  ["four words", "girafe-bouton-neige-tambour"],
  ["what a manager makes", "x7#Qm9vLp2!kTz"],
  ["200 characters", "girafe bouton ".repeat(14)],
])("%s is not", async (_what, password) => {
  expect(await isGuessable(password, own)).toBe(false);
});

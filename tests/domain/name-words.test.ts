import { ofPerson } from "@/lib/domain/name-words";

test.each([
  ["Léo", "de Léo"],
  ["Émile", "d’Émile"],
  ["E\u0301mile", "d’E\u0301mile"],
  ["inès", "d’inès"],
  ["Œdipe", "d’Œdipe"],
  ["Yasmine", "de Yasmine"],
  ["Yves", "d’Yves"],
  ["Hugo", "de Hugo"],
  ["Ümit", "d’Ümit"],
  ["Ștefan", "de Ștefan"],
])("%s: %s", (name, said) => {
  expect(ofPerson(name)).toBe(said);
});

// A name that begins with a vowel, accents aside; y is one before a consonant. An h is kept: who knows whether
// it is heard.
const vowel = /^([aeiouœæ]|y[^aeiou])/i;

/** A person's name after "de": "de Léo", "d’Émile", "d’Yves". `name` as it is written. */
export function ofPerson(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
  return vowel.test(plain) ? `d’${name}` : `de ${name}`;
}

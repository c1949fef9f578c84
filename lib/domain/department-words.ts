import { capital } from "./day-words";

// A word ends at a space: to \b an accented letter is no letter.
const masculine = /^(service|pôle|guichet|secrétariat|bureau|département|centre|syndicat)(?=\s|$)/i;
const feminine = /^(direction|mairie|maison|régie|cellule|caisse|communauté|ville)(?=\s|$)/i;
const vowel = /^(accueil|antenne|espace|office|unité)(?=\s|$)/i;

/**
 * A department's name as a sentence takes it: "le service éducation", "la direction de l’enfance",
 * "l’accueil des familles". A name whose gender is not known stays as the town writes it.
 */
export function departmentInText(name: string): string {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  if (masculine.test(name)) return `le ${small}`;
  if (feminine.test(name)) return `la ${small}`;
  if (vowel.test(name)) return `l’${small}`;
  return name;
}

/** The same where it begins the sentence: "Le service éducation". */
export function departmentAtStart(name: string): string {
  const text = departmentInText(name);
  return capital(text);
}

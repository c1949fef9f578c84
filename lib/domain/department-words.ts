const masculine = /^(service|pôle|guichet|secrétariat|bureau|département|centre|syndicat)\b/i;
const feminine = /^(direction|mairie|maison|régie|cellule|caisse|communauté|ville)\b/i;
const vowel = /^(accueil|antenne|espace|office|unité)\b/i;

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
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MAINLAND_ZONES = ["a", "b", "c", "corse"];
/** Where the school year ends with the calendar's, and the long break is that of the southern summer. */
const SOUTHERN_ZONES = ["nouvelle caledonie", "wallis et futuna"];

/** The mainland and Corsica: the four same breaks. */
export function isMainland(zone: string): boolean {
  return MAINLAND_ZONES.includes(zoneKey(zone));
}

export function isBackToSchool(name: string): boolean {
  return folded(name).startsWith("rentree");
}

/** The long break that ends a year: in July for all but the south, whatever it is called there. */
export function isSummer(name: string, zone: string): boolean {
  const called = folded(name);
  if (/grandes vacances/.test(called)) return true;
  return SOUTHERN_ZONES.includes(zoneKey(zone))
    ? /vacances d'ete/.test(called)
    : /vacances d'ete(?! austral)|vacances d'hiver austral/.test(called);
}

/** Overseas, free days have names of their own ("Semaine en mai", "Mi-carême"). */
export function isBreak(name: string, zone: string): boolean {
  if (isSummer(name, zone) || isBackToSchool(name)) return false;
  return !isMainland(zone) || /vacances|\bpont\b/.test(folded(name));
}

export function zoneKey(zone: string): string {
  return folded(zone)
    .replaceAll("-", " ")
    .replace(/^(zone|la)\s+/, "");
}

export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

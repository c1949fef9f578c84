/** When the department receives: "Jeudi", "13 h 30 – 19 h". */
export interface OpeningHours {
  readonly days: string;
  readonly hours: string;
}

/** What a town is called and how it is reached: what it changes in its life. */
export interface TownIdentity {
  readonly name: string;
  /** After a noun: "de Clairval-sur-Orge", "d’Orbec", "du Mesnil". */
  readonly ofName: string;
  /** What families call the portal. */
  readonly portalName: string;
  /** The town's own site. */
  readonly siteUrl: string;
  readonly siteLabel: string;
  /** The department that answers families. */
  readonly departmentName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: readonly string[];
  readonly openingHours: readonly OpeningHours[];
}

/** What e-mails bear as their sender. */
export function senderName({ portalName, ofName }: TownIdentity): string {
  return `${portalName} ${ofName}`;
}

/** "Jeudi : 13 h 30 – 19 h", as it is typed; null where the line has not both. */
export function parseOpeningHours(line: string): OpeningHours | null {
  const at = line.indexOf(":");
  const days = line.slice(0, Math.max(at, 0)).trim();
  const hours = line.slice(at + 1).trim();
  return at > 0 && days !== "" && hours !== "" ? { days, hours } : null;
}

/** The same, to be typed again. */
export function formatOpeningHours({ days, hours }: OpeningHours): string {
  return `${days}\u00a0: ${hours}`;
}

import { sideOf, type AccountRole } from "./access";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session that gave a code may do what is grave, in milliseconds. */
const freshFor = 15 * minute;

/** What is known of the second factor of whoever acts. Moments are milliseconds since 1970. */
export interface FactorFacts {
  readonly role: AccountRole;
  readonly isSet: boolean;
  /** When the account first signed in as an agent since a factor is compulsory. */
  readonly graceFrom: number | null;
  /** When this session last gave a code. */
  readonly provedAt: number | null;
}

/** Until when an agent may go without a second factor; null where nothing is asked, or not yet. */
export function factorDueAt(
  { role, isSet, graceFrom }: Omit<FactorFacts, "provedAt">,
  graceDays: number,
): number | null {
  if (isSet || graceFrom === null || sideOf(role) === "guardian") return null;
  return graceFrom + graceDays * day;
}

/** Whether what is grave asks for a code first: never of an account that has no factor. */
export function needsCode(
  { isSet, provedAt }: Pick<FactorFacts, "isSet" | "provedAt">,
  now: number,
): boolean {
  return isSet && (provedAt === null || now - provedAt >= freshFor);
}

/** What was typed as a code, without the spaces and dashes that help to read one. */
export function normalCode(typed: string): string {
  return typed.replace(/[\s\u00a0\u202f.-]/g, "").toUpperCase();
}

/** Whether it is written like a code of an application, and not like a recovery code. */
export function isApplicationCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/** In groups of four, to be read and typed. */
export function inFours(text: string, between: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(between);
}

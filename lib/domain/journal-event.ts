import type { SettingEventKind } from "./journal-setting-event";
import type { LineState, ServiceRequestState } from "./service-request";

/** What a line of the journal may keep: plain JSON. */
type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

interface JsonObject {
  readonly [key: string]: Json | undefined;
}

interface WasNow {
  readonly was: Json;
  readonly now: Json;
}

/** Reservations that got a price, or another one. */
interface Repriced {
  readonly priced: number;
  readonly repriced: number;
}

interface Nothing {
  readonly [key: string]: never;
}

/** The lines that were settled, as the journal keeps them. */
export type SettledLines =
  | { readonly lines: readonly string[] }
  | { readonly fields: readonly string[] }
  | { readonly documents: readonly Json[] };

/** What was given although there was no place, and why. */
export interface OverCapacity {
  readonly over?: readonly string[];
  readonly overReason?: string | null;
}

type Answered = {
  readonly state: ServiceRequestState;
  readonly message: string | null;
} & OverCapacity &
  SettledLines;

/** Changed settings: key by key, from what to what. */
export type ChangedSettings = Readonly<Record<string, WasNow | undefined>>;

interface Contact {
  readonly numbers: readonly number[];
  readonly children: Json;
  readonly fields: Readonly<Record<string, WasNow>>;
}

/** Every kind of event, with what it keeps of it. Never a secret. A kind is never taken away. */
interface JournalData extends Readonly<Record<SettingEventKind, ChangedSettings>> {
  "reservations-submitted": {
    readonly numbers: readonly number[];
    readonly additions: number;
    readonly removals: number;
    readonly cents: number;
  };
  "changed-by-service": {
    readonly numbers: readonly number[];
    readonly additions: number;
    readonly removals: number;
    readonly cents: number;
    readonly price: string;
    readonly reason: string;
    /** Cells that were given although there was no place. */
    readonly over: readonly string[];
  };
  "late-change-requested": {
    readonly numbers: readonly number[];
    readonly cells: readonly string[];
    readonly change: string;
    readonly cents: number | null;
  };
  "request-withdrawn": { readonly state: ServiceRequestState } & SettledLines;
  "request-accepted": Answered;
  "request-refused": Answered;
  "request-noted": { readonly note: number };
  "message-written": { readonly message: number; readonly side: string };
  "messages-settled": { readonly count: number };
  "authorizations-updated": { readonly numbers: readonly number[]; readonly changes: number };
  "authorizations-confirmed": Nothing;
  "contact-added": Contact;
  "contact-changed": Contact;
  "contact-removed": {
    readonly numbers: readonly number[];
    readonly children: readonly number[];
  };
  "document-issued": JsonObject;
  "quotient-added": WasNow & Repriced & { readonly reason: string | null };
  "quotient-corrected": WasNow & Repriced & { readonly reason: string | null };
  "quotient-removed": WasNow & Repriced & { readonly reason: string | null };
  "category-changed": WasNow & Repriced;
  "rights-changed": WasNow;
  "family-created": { readonly name: string };
  "guardian-added": WasNow;
  "guardian-changed": WasNow;
  "guardian-invited": Nothing;
  "guardian-joined": Nothing;
  "child-added": WasNow;
  "child-joined": WasNow;
  "child-changed": WasNow;
  "inscription-added": {
    readonly child: number;
    readonly group: string;
    readonly activity: string;
    readonly from: string;
    readonly to: string;
  };
  "inscription-changed": WasNow;
  "supporting-document-added": { readonly type: number; readonly files: number };
  "supporting-document-filed": {
    readonly document: string;
    readonly type: number;
    readonly files: number;
    readonly state: LineState;
  };
  "supporting-document-joined": {
    readonly document: string;
    readonly type: number;
    readonly files: number;
  };
  "supporting-document-reminded": {
    readonly documents: readonly string[];
    readonly guardians: number;
  };
  "supporting-document-read": { readonly file: string };
  "health-read": { readonly children: readonly number[] };
  "family-file-changed": {
    readonly applied: readonly string[];
    readonly waiting: readonly string[];
    readonly takenBack: readonly number[];
  };
  "email-change-asked": Nothing;
  "email-changed": { readonly numbers: readonly number[] };
  "settings-order-changed": WasNow;
  "price-setting-changed": ChangedSettings;
  "tariff-published": {
    readonly from: string;
    readonly endsId: number | null;
    readonly families: number;
  } & Repriced;
  "tariff-draft-made": { readonly name: string; readonly modelId: number | null };
  "tariff-draft-saved": JsonObject;
  "tariff-draft-deleted": JsonObject;
  schoolCalendarImported: { readonly years: readonly Json[]; readonly was?: readonly Json[] };
  "school-year-added": WasNow;
  "town-day-added": JsonObject;
  "town-day-removed": JsonObject;
  "school-year-changed": WasNow;
  "closure-declared": {
    readonly target: string;
    readonly unit: number | "every";
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly children: number;
    readonly families: number;
    readonly places: number;
    readonly cents: number;
    readonly emails: number;
  };
  "closure-reopened": {
    readonly restored: number;
    readonly leftAsChanged: number;
    readonly emails: number;
  };
  "import-prepared": { readonly file: string; readonly lines: number };
  "import-columns-said": { readonly columns: readonly string[] };
  "import-line-decided": { readonly line: number; readonly choice: string };
  "import-compared": Nothing;
  "town-imported": {
    readonly file: string;
    readonly lines: number;
    readonly families: number;
    readonly added: number;
    readonly changed: number;
    readonly left: number;
  };
  "family-imported": {
    readonly import: string;
    readonly isNew: boolean;
    readonly changes: readonly string[];
  };
  /** What the file was about, as its reader asked; the lines themselves are those of the journal. */
  "journal-exported": {
    readonly who: string;
    readonly family: string;
    readonly what: string;
    readonly from: string | null;
    readonly to: string | null;
  };
  "town-seeded": { readonly seed: number; readonly families: number; readonly requests: number };
  "signed-in": Nothing;
  "activation-link-sent": Nothing;
  "reset-link-sent": Nothing;
  "sign-in-link-sent": Nothing;
  "sign-in-link-used": Nothing;
  "account-activated": Nothing;
  "password-reset": Nothing;
  "administrator-invited": Nothing;
  "agent-rights-changed": WasNow;
  "agent-invited": JsonObject;
  "agent-closed": Nothing;
  "agent-reopened": Nothing;
  "agent-sessions-ended": Nothing;
  "password-changed": Nothing;
  "factor-set-up": Nothing;
  "factor-removed": Nothing;
  "factor-reset": Nothing;
  "recovery-codes-renewed": Nothing;
  "passkey-added": Nothing;
  "passkey-removed": Nothing;
  "recovery-code-used": { readonly left: number };
}

export type JournalKind = keyof JournalData;

interface EventOf<K extends JournalKind, Data> {
  readonly kind: K;
  readonly familyId: number | null;
  /** What it is about, in the portal's own words: "request 1204", "account <id>". */
  readonly subject: string | null;
  readonly data: Data;
}

/**
 * A line of the journal: what was done (`kind`), to which family and to what. Kinds of settings keep the same
 * data and are one member: a union of more than 25 is not compared kind by kind.
 */
export type JournalEvent<K extends JournalKind = JournalKind> =
  | {
      readonly [One in Exclude<K, SettingEventKind>]: EventOf<One, JournalData[One]>;
    }[Exclude<K, SettingEventKind>]
  | ([Extract<K, SettingEventKind>] extends [never]
      ? never
      : EventOf<Extract<K, SettingEventKind>, ChangedSettings>);

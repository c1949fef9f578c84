import type { DocumentCode } from "./document-code";
import type { Instant } from "./day";

export type DocumentKind = "attestation" | "planning" | "requestRecap" | "tariffResult";

/** A name, and what it holds. */
export type DocumentFact = readonly [name: string, value: string];

/** Rows under a common name. */
export interface DocumentGroup {
  readonly name: string;
  readonly rows: readonly {
    readonly name: string;
    /** Said below the name, smaller. */
    readonly remarks: readonly string[];
    readonly value: string;
  }[];
}

/**
 * All that a document says, in words: its page is drawn from this alone, so that it can be printed
 * again as it was, and whoever verifies it reads the same.
 */
export interface DocumentContent {
  readonly title: string;
  /** Who gives it, and how to reach them. */
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly statement: string;
  readonly facts: readonly DocumentFact[];
  /** Null where the facts say it all. */
  readonly table: {
    readonly titles: readonly [group: string, name: string, value: string];
    readonly groups: readonly DocumentGroup[];
  } | null;
  readonly remarks: readonly string[];
}

/** A document as it was given. */
export interface IssuedDocument {
  readonly code: DocumentCode;
  readonly kind: DocumentKind;
  readonly issuedAt: Instant;
  readonly content: DocumentContent;
}

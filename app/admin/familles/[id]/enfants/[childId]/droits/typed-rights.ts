import type { ChildRight } from "@/lib/domain/child-rights";

/** What the agent has typed. */
export interface TypedRights {
  readonly rights: readonly ChildRight[];
  readonly reason: string;
  readonly documentId: string;
}

/** A document on which the rights may rest. */
export interface RightsDocumentChoice {
  readonly id: string;
  readonly label: string;
}

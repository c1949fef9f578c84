import type { FieldState } from "@/lib/domain/family-file";

/** What was asked and still waits, with the request that asks it. */
export interface WaitingChange {
  readonly value: string | null;
  readonly requestId: string;
  readonly requestNumber: number;
  /** The family that asked: of a child in two homes, it may be the other one. */
  readonly familyId: number;
}

/** A field as it stands in the file. */
export interface FileField extends FieldState {
  readonly pending: WaitingChange | null;
}

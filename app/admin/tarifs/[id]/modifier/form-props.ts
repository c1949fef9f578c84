import type { GridCell } from "@/lib/domain/tariff/grid";
import type { TypedGrid } from "@/lib/domain/tariff/typed-grid";

/** The prices of an activity for one category, as the page hands them to the form. */
export interface GridFormProps {
  versionId: number;
  revision: number;
  category: { id: number; label: string };
  activity: string;
  units: readonly { id: number; label: string; remark: string | null }[];
  typed: TypedGrid;
  idempotencyKey: string;
}

/** What a colleague saved meanwhile: where the draft now stands. */
export interface Colleague {
  readonly revision: number;
  readonly cells: readonly GridCell[];
}

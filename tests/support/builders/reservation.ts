import type { Tx } from "@/lib/commit";
import type { ReservationState } from "@/lib/domain/booking/context";
import { insertUnpricedPlaces } from "@/lib/services/places/insert-unpriced";
import { daysApart } from "./days-apart";

export interface ReservationSpec {
  inscription: { id: number };
  unit: { id: number };
  day: string;
  /** The family that pays for it. */
  family: { id: number };
  state?: ReservationState;
  late?: boolean;
}

/** Any number of reservations, in one statement. */
export async function someReservations(db: Tx, specs: readonly ReservationSpec[]): Promise<void> {
  const rows = daysApart(specs, ({ inscription, unit, family, state, late }) =>
    [inscription.id, unit.id, family.id, state, late].join(" "),
  );
  await insertUnpricedPlaces(
    db,
    rows.map(({ row, days }) => ({
      inscriptionId: row.inscription.id,
      unitId: row.unit.id,
      familyId: row.family.id,
      state: row.state ?? "reserved",
      late: row.late ?? false,
      days,
    })),
  );
}

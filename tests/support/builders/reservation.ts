import type { Tx } from "@/lib/commit";
import type { ReservationState } from "@/lib/domain/booking/context";
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
  await db.$executeRaw`
    INSERT INTO "Reservation" ("inscriptionId", "unitId", day, state, "familyId", late)
    SELECT t."inscriptionId", t."unitId", d.day, t.state::"ReservationState", t."familyId", t.late
    FROM unnest(
      ${rows.map(({ row }) => row.inscription.id)}::int[], ${rows.map(({ row }) => row.unit.id)}::int[],
      ${rows.map(({ days }) => days)}::text[], ${rows.map(({ row }) => row.state ?? "reserved")}::text[],
      ${rows.map(({ row }) => row.family.id)}::int[], ${rows.map(({ row }) => row.late ?? false)}::bool[]
    ) AS t("inscriptionId", "unitId", days, state, "familyId", late),
    unnest(string_to_array(t.days, ',')::date[]) AS d(day)`;
}

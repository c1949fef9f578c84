import type { Day } from "@/lib/domain/day";
import { formatPeriod } from "@/lib/domain/day-words";

interface Inscription {
  readonly id: number;
  readonly activityLabel: string;
  readonly establishmentLabel: string;
  readonly from: Day;
  readonly to: Day;
}

/** « Inscriptions concernées » : where the authorizations hold. */
export function ConcernedInscriptions({ inscriptions }: { inscriptions: readonly Inscription[] }) {
  if (inscriptions.length === 0) return <p className="text-muted">Aucune inscription en cours.</p>;
  return (
    <ul className="grid gap-1">
      {inscriptions.map(({ id, activityLabel, establishmentLabel, from, to }) => (
        <li key={id}>
          <strong>{activityLabel}</strong>
          {`, ${establishmentLabel}, `}
          <span className="text-muted">{formatPeriod({ from, to })}</span>
        </li>
      ))}
    </ul>
  );
}

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { IconName } from "@/components/ui/icon";
import type { HeldState } from "@/lib/domain/booking/context";
import type { Day } from "@/lib/domain/day";
import { formatDay, listInWords } from "@/lib/domain/day-words";

interface ReservationFacts {
  readonly inscriptionId: number;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly activityLabel: string;
  readonly state: HeldState;
  readonly late: boolean;
  /** Why it does not take place after all. */
  readonly closed: string | null;
}

interface DayFacts {
  readonly day: Day;
  readonly reservations: readonly ReservationFacts[];
  readonly closed: string | null;
}

export interface ChildFacts {
  readonly id: number;
  readonly firstName: string;
  readonly days: readonly DayFacts[];
}

const look: Readonly<Record<HeldState, { word: string; icon: IconName; look: string }>> = {
  reserved: {
    word: "Réservé",
    icon: "check",
    look: "border-reserved-line bg-reserved-bg text-reserved-ink",
  },
  pending: {
    word: "En attente d’instruction",
    icon: "clock",
    look: "border-pending-line bg-pending-bg text-pending-ink",
  },
  removalPending: {
    word: "Retrait demandé",
    icon: "clock",
    look: "border-removal-pending-line bg-removal-pending-bg text-removal-pending-ink",
  },
  elsewhere: {
    word: "Réservé par l’autre foyer",
    icon: "family",
    look: "border-elsewhere-line bg-elsewhere-bg text-elsewhere-ink",
  },
};

/** Where each child is expected today and tomorrow. */
export function ChildrenDays({
  kids,
  names,
}: {
  kids: readonly ChildFacts[];
  /** What the days are called: "Aujourd’hui", "Demain". */
  names: readonly string[];
}) {
  if (isTheSameNothing(kids)) return <NothingHeld kids={kids} names={names} />;
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {kids.map((child) => (
        <li key={child.id} className="grid">
          <Card level={3} title={child.firstName} titleId={`enfant-${child.id}`}>
            <dl className="divide-line grid divide-y">
              {child.days.map((d, index) => (
                <div
                  key={d.day}
                  className="grid gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[8.5rem_1fr]"
                >
                  <dt>
                    <span className="block font-semibold">{names[index]}</span>
                    <span className="text-muted block text-sm">{formatDay(d.day, "short")}</span>
                  </dt>
                  <dd className="min-w-0">
                    <DayContent content={d} />
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** Nothing is held, and every day of every child is closed for one reason, or none is. */
function isTheSameNothing(kids: readonly ChildFacts[]): boolean {
  const days = kids.flatMap((child) => child.days);
  return days.every((d) => d.reservations.length === 0 && d.closed === days[0]?.closed);
}

/** Said once for all children and days, so that what one may do stands on the first screen. */
function NothingHeld({ kids, names }: Parameters<typeof ChildrenDays>[0]) {
  const closed = kids[0]?.days[0]?.closed ?? null;
  const when = names.join(" ni ").toLowerCase();
  return (
    <Card>
      <p>{`Rien de réservé ${when} pour ${listInWords(kids.map(({ firstName }) => firstName))}.`}</p>
      {closed !== null && <p className="text-muted">{`Fermé\u00a0: ${closed}.`}</p>}
    </Card>
  );
}

function DayContent({ content }: { content: DayFacts }) {
  if (content.reservations.length === 0) {
    return (
      <p className="text-muted">
        {content.closed === null ? "Rien de réservé" : `Fermé\u00a0: ${content.closed}`}
      </p>
    );
  }
  return (
    <ul className="grid gap-1.5">
      {content.reservations.map((a) => (
        <li
          key={`${a.inscriptionId}-${a.unitId}`}
          className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
        >
          <span className="min-w-0">
            {a.late ? `${a.unitLabel}, hors délai` : a.unitLabel}
            <span className="text-muted block text-sm">{a.activityLabel}</span>
          </span>
          <State reservation={a} />
        </li>
      ))}
    </ul>
  );
}

function State({ reservation: { state, closed } }: { reservation: ReservationFacts }) {
  if (closed !== null) {
    return (
      <Badge icon="lock" look="border-closed-line bg-closed-bg text-closed-ink">
        {`Fermé\u00a0: ${closed}`}
      </Badge>
    );
  }
  const { word, ...badge } = look[state];
  return <Badge {...badge}>{word}</Badge>;
}

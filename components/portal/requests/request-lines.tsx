import { DatePages } from "@/components/portal/recap/date-pages";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { Day } from "@/lib/domain/day";
import { formatDay, listInWords, plural } from "@/lib/domain/day-words";
import type { LineChange, LineState } from "@/lib/domain/service-request";
import type { Cost } from "@/lib/domain/tariff/cost";
import { announcedInWords } from "@/components/portal/tariffs/words";
import { LineStatus } from "./request-status";

/** Days of one unit that were asked alike and answered alike. */
export interface LineGroupFacts {
  readonly change: LineChange;
  readonly state: LineState;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly sentence: string;
  readonly days: readonly Day[];
  /** Those that a later change made untrue. */
  readonly undone: readonly Day[];
  /** As it was announced when it was sent. */
  readonly cost: Cost;
}

/** What was asked: in words first, with the answer, then every date unfoldable. */
export function RequestLines({ groups }: { groups: readonly LineGroupFacts[] }) {
  return (
    <div className="grid gap-6">
      <Changes change="add" groups={groups.filter(({ change }) => change === "add")} />
      <Changes change="remove" groups={groups.filter(({ change }) => change === "remove")} />
    </div>
  );
}

const look = {
  add: {
    title: "Ajouts",
    icon: "plus",
    look: "border-added-line bg-added-bg text-added-ink",
  },
  remove: {
    title: "Retraits",
    icon: "minus",
    look: "border-removed-line bg-removed-bg text-removed-ink",
  },
} as const;

function AnnouncedPrice({ cost }: { cost: Cost }) {
  const words = announcedInWords(cost);
  return (
    words && <span className="text-muted block text-sm">{`Prix annoncé\u00a0: ${words}`}</span>
  );
}

/** What became of days that were accepted: "Retirés depuis : 2 et 9 déc. 2026." */
function Undone({ group: { change, undone, days } }: { group: LineGroupFacts }) {
  if (undone.length === 0) return null;
  const words =
    change === "add"
      ? plural(undone.length, "jour retiré depuis", "jours retirés depuis")
      : plural(undone.length, "jour réservé de nouveau depuis", "jours réservés de nouveau depuis");
  return (
    <span className="block text-sm">
      {undone.length === days.length && days.length > 1
        ? `Depuis, tous ces jours ont été ${change === "add" ? "retirés" : "réservés de nouveau"}.`
        : `${words}\u00a0: ${listInWords(undone.map((d) => formatDay(d, "medium")))}.`}
    </span>
  );
}

function Changes({ change, groups }: { change: LineChange; groups: readonly LineGroupFacts[] }) {
  if (groups.length === 0) return null;
  const { title, ...badge } = look[change];
  return (
    <div>
      <h3 className="mb-2">
        <Badge {...badge}>{title}</Badge>
      </h3>
      <ul className="grid gap-4">
        {groups.map((group) => (
          <li key={`${group.unitId}-${group.state}`} className="grid gap-2">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <p className="measure min-w-0">
                <strong>{group.unitLabel}</strong>
                {`\u00a0: ${group.sentence}.`}
                <AnnouncedPrice cost={group.cost} />
                <Undone group={group} />
              </p>
              <LineStatus state={group.state} />
            </div>
            <Disclosure
              summary={
                group.days.length === 1 ? "Voir la date" : `Voir les ${group.days.length} dates`
              }
            >
              <DatePages days={group.days} label={group.unitLabel} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </div>
  );
}

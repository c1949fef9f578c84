import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";

interface Pai {
  readonly state: "known" | "asked";
  readonly until: Day | null;
}

interface Expected {
  readonly childId: number;
  readonly name: string;
  readonly late: boolean;
  readonly pending: boolean;
  readonly diet: string | null;
  readonly pai: Pai | null;
  readonly answers: readonly { readonly label: string; readonly allowed: boolean | null }[];
  readonly mayFetch: readonly string[];
}

const cell = "sm:table-cell sm:px-3 sm:py-2";

/** What the column's title says, where a row is a card. */
function Phone({ children }: { children: ReactNode }) {
  return <span className="text-muted sm:hidden">{children}</span>;
}

/**
 * Who comes, what each child eats, and what the agents must know when it leaves. On a phone each row
 * is a card; the roles keep it a table for those who listen.
 */
export function DayListTable({
  name,
  day,
  kids,
}: {
  /** Of the table, for those who listen. */
  name: string;
  /** Of the list. */
  day: Day;
  kids: readonly Expected[];
}) {
  return (
    <div className="mt-3">
      <ScrollRegion label={`Enfants attendus, ${name}`}>
        <table role="table" className="block w-full text-left text-sm sm:table">
          <thead className="bg-sunken max-sm:sr-only sm:table-header-group">
            <tr role="row">
              {["Enfant", "Régime et PAI", "Autorisations", "Peut venir le chercher"].map(
                (title) => (
                  <th key={title} role="columnheader" scope="col" className="px-3 py-2">
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody className="block sm:table-row-group">
            {kids.map((child) => (
              <Row key={child.childId} child={child} day={day} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Row({ child, day }: { child: Expected; day: Day }) {
  return (
    <tr role="row" className="border-line grid gap-2 border-t align-top max-sm:p-3 sm:table-row">
      <th
        role="rowheader"
        scope="row"
        className={`font-semibold max-sm:text-base ${cell} sm:min-w-40`}
      >
        {child.name}
        {child.late || child.pending ? (
          <span className="text-muted block font-normal">
            {[child.late ? "hors délai" : "", child.pending ? "en attente d’instruction" : ""]
              .filter(Boolean)
              .join(", ")}
          </span>
        ) : null}
      </th>
      <td role="cell" className={`${cell} sm:min-w-36`}>
        <Phone>Régime&nbsp;: </Phone>
        {child.diet ?? <span className="text-muted">non renseigné</span>}
        {child.pai && <PaiMark pai={child.pai} day={day} />}
      </td>
      <td role="cell" className={`${cell} sm:min-w-56`}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {child.answers.map(({ label, allowed }) => (
            <li key={label} className="inline-flex items-center gap-1">
              <Icon name={allowed === null ? "warning" : allowed ? "check" : "cross"} />
              <span>
                {`${label}\u00a0: `}
                <strong>{allowed === null ? "sans réponse" : allowed ? "oui" : "non"}</strong>
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td role="cell" className={`${cell} sm:min-w-48`}>
        <Phone>Peut venir le chercher&nbsp;: </Phone>
        {child.mayFetch.length === 0 ? (
          <span className="text-muted">Ses responsables seulement</span>
        ) : (
          child.mayFetch.map((name) => (
            <span key={name} className="block">
              {name}
            </span>
          ))
        )}
      </td>
    </tr>
  );
}

/** A PAI as a mark with its validity on the day of the list; never by colour alone. */
function PaiMark({ pai: { state, until }, day }: { pai: Pai; day: Day }) {
  const isOver = until !== null && until < day;
  return (
    <span className="block">
      <Badge tone={isOver || state === "asked" ? "warning" : "info"} icon="info">
        PAI
      </Badge>
      <span className="block">
        {until === null
          ? "validité non dite"
          : `${isOver ? "expiré le" : "jusqu’au"} ${formatDay(until, "dateMedium")}`}
        {state === "asked" && ", déclaré par la famille, pas encore examiné"}
      </span>
    </span>
  );
}

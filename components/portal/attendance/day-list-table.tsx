import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ageOn, type Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";

interface Pai {
  readonly state: "known" | "asked";
  readonly until: Day | null;
}

interface Expected {
  readonly childId: number;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly schoolClass: string | null;
  readonly late: boolean;
  readonly pending: boolean;
  readonly diet: string | null;
  readonly pai: Pai | null;
  readonly answers: readonly { readonly label: string; readonly allowed: boolean | null }[];
  readonly guardians: readonly string[];
  readonly mayFetch: readonly string[];
}

const titles = [
  "Enfant",
  "Régime et PAI",
  "Autorisations",
  "Responsables",
  "Peut aussi venir le chercher",
];

const cell =
  "leading-snug sm:table-cell sm:px-2.5 sm:py-1.5 print:table-cell print:px-1 print:py-0.5";

/** What the column's title says, where a row is a card. */
function Phone({ children }: { children: ReactNode }) {
  return <span className="text-muted sm:hidden print:hidden">{children}</span>;
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
    <div className="mt-2">
      <ScrollRegion label={`Enfants attendus, ${name}`}>
        <table
          role="table"
          className="block w-full text-left text-sm sm:table print:table print:text-[9pt]"
        >
          <thead className="bg-sunken max-sm:sr-only sm:table-header-group print:not-sr-only print:table-header-group">
            <tr role="row">
              {titles.map((title) => (
                <th
                  key={title}
                  role="columnheader"
                  scope="col"
                  className="px-2.5 py-1.5 print:px-1 print:py-0.5"
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block sm:table-row-group print:table-row-group">
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
    <tr
      role="row"
      className="border-line grid gap-1.5 border-t align-top max-sm:p-3 sm:table-row print:table-row print:p-0"
    >
      <th
        role="rowheader"
        scope="row"
        className={`font-semibold max-sm:text-base ${cell} sm:min-w-36`}
      >
        {child.name}
        <span className="text-muted block text-sm font-normal print:text-[9pt]">
          {whoInWords(child, day)}
        </span>
      </th>
      <td role="cell" className={`${cell} sm:min-w-28`}>
        <Phone>Régime&nbsp;: </Phone>
        {child.diet ?? <span className="text-muted">non renseigné</span>}
        {child.pai && <PaiMark pai={child.pai} day={day} />}
      </td>
      <td role="cell" className={`${cell} sm:min-w-48`}>
        <Answers answers={child.answers} />
      </td>
      <td role="cell" className={`${cell} sm:min-w-60`}>
        <Phone>Responsables&nbsp;: </Phone>
        <People people={child.guardians} nobody="Aucun responsable connu" />
      </td>
      <td role="cell" className={`${cell} sm:min-w-60`}>
        <Phone>Peut aussi venir le chercher&nbsp;: </Phone>
        <People people={child.mayFetch} nobody="Personne d’autre" />
      </td>
    </tr>
  );
}

/** "CE1, 7 ans, hors délai". */
function whoInWords({ birthDate, schoolClass, late, pending }: Expected, day: Day): string {
  return [
    schoolClass,
    birthDate && plural(ageOn(birthDate, day), "an", "ans"),
    late ? "hors délai" : null,
    pending ? "en attente d’instruction" : null,
  ]
    .filter(Boolean)
    .join(", ");
}

const said = [
  { allowed: true, word: "Oui", icon: "check" },
  { allowed: false, word: "Non", icon: "cross" },
  { allowed: null, word: "Sans réponse", icon: "warning" },
] as const;

/** By answer, so that what is forbidden is one line, whatever the number of questions. */
function Answers({ answers }: Pick<Expected, "answers">) {
  return (
    <ul>
      {said.map(({ allowed, word, icon }) => {
        const labels = answers.filter((one) => one.allowed === allowed).map(({ label }) => label);
        return labels.length === 0 ? null : (
          <li key={word} className="flex gap-1">
            <Icon name={icon} className="mt-[0.2em] size-[1em]" />
            <span>
              <strong>{`${word}\u00a0: `}</strong>
              {labels.join(", ")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function People({ people, nobody }: { people: readonly string[]; nobody: string }) {
  if (people.length === 0) return <span className="text-muted">{nobody}</span>;
  return people.map((person) => (
    <span key={person} className="block">
      {/* A phone is never cut in two. */}
      {person.replace(/(?<=\d) (?=\d)/g, "\u00a0")}
    </span>
  ));
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

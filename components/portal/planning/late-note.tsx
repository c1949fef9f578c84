import { Callout } from "@/components/ui/callout";
import { listInWords } from "@/lib/domain/day-words";
import type { PlanningRow } from "./rows";

/** What to do about a late day: ask from its cell, or write to the department's own address. */
export function LateNote({ rows, mayAsk }: { rows: readonly PlanningRow[]; mayAsk: boolean }) {
  if (rows.length === 0 && !mayAsk) return null;
  const departments = new Map<string, { name: string; activities: Set<string> }>();
  for (const { inscription } of rows) {
    const { departmentEmail: email, departmentName: name } = inscription;
    const known = departments.get(email) ?? { name, activities: new Set<string>() };
    known.activities.add(inscription.activityLabel);
    departments.set(email, known);
  }
  return (
    <div className="mt-6">
      <Callout tone="neutral" icon="lock" title="Hors délai">
        {mayAsk ? (
          <p>
            Un imprévu&nbsp;? Là où une demande reste possible, touchez la case&nbsp;: vous donnez
            votre motif, le service répond.
          </p>
        ) : null}
        {rows.length > 0 ? (
          <p>
            {`${mayAsk ? "Les autres jours" : "Certains jours affichés"} ne peuvent plus changer ici. En cas d’imprévu, écrivez au service\u00a0:`}
          </p>
        ) : null}
        <ul>
          {[...departments].map(([email, { name, activities }]) => (
            <li key={email}>
              {`${name} (${listInWords([...activities])})\u00a0: `}
              <a className="underline underline-offset-2" href={`mailto:${email}`}>
                {email}
              </a>
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}

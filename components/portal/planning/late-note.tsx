import { Callout } from "@/components/ui/callout";
import { listInWords } from "@/lib/domain/day-words";
import type { PlanningRow } from "./rows";

/** What to do about a day that it is too late to change here: each department's own address. */
export function LateNote({ rows }: { rows: readonly PlanningRow[] }) {
  if (rows.length === 0) return null;
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
        <p>
          Certains jours affichés ne peuvent plus changer ici. En cas d’imprévu, écrivez au
          service&nbsp;:
        </p>
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

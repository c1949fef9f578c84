import { Icon } from "@/components/ui/icon";
import { ScrollRegion } from "@/components/ui/scroll-region";

interface Expected {
  readonly childId: number;
  readonly name: string;
  readonly late: boolean;
  readonly pending: boolean;
  readonly answers: readonly { readonly label: string; readonly allowed: boolean | null }[];
  readonly mayFetch: readonly string[];
}

/** Who comes, and what the agents must know when the child leaves. */
export function DayListTable({
  name,
  kids,
}: {
  /** Of the table, for those who listen. */
  name: string;
  kids: readonly Expected[];
}) {
  return (
    <div className="mt-3">
      <ScrollRegion label={`Enfants attendus, ${name}`}>
        <table className="w-full text-left text-sm">
          <thead className="bg-sunken">
            <tr>
              <th scope="col" className="px-3 py-2">
                Enfant
              </th>
              <th scope="col" className="px-3 py-2">
                Autorisations
              </th>
              <th scope="col" className="px-3 py-2">
                Peut venir le chercher
              </th>
            </tr>
          </thead>
          <tbody>
            {kids.map((child) => (
              <Row key={child.childId} child={child} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Row({ child }: { child: Expected }) {
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="min-w-40 px-3 py-2 font-semibold">
        {child.name}
        {child.late || child.pending ? (
          <span className="text-muted block font-normal">
            {[child.late ? "hors délai" : "", child.pending ? "en attente d’instruction" : ""]
              .filter(Boolean)
              .join(", ")}
          </span>
        ) : null}
      </th>
      <td className="min-w-56 px-3 py-2">
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
      <td className="min-w-48 px-3 py-2">
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

import Link from "next/link";
import type { KnownPerson } from "@/lib/domain/person";

/**
 * Who in the town's files looks the same, and where. Each opens beside the form, which keeps what is typed.
 */
export function KnownPeople({ people }: { people: readonly KnownPerson[] }) {
  return (
    <ul className="grid gap-1">
      {people.map(({ name, familyId, familyName }) => (
        <li key={`${familyId} ${name}`}>
          <Link
            className="text-link min-h-target inline-flex items-center"
            href={`/admin/familles/${familyId}`}
            target="_blank"
          >
            {`${name}, famille ${familyName}`}
            <span className="sr-only"> – nouvel onglet</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

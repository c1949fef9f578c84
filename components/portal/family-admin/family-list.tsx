import { InnerLink } from "@/components/ui/inner-link";

interface Found {
  readonly id: number;
  readonly name: string;
  readonly guardians: readonly { readonly name: string; readonly email: string | null }[];
  readonly children: readonly string[];
}

/** Families as a list of cards, each leading to its file. */
export function FamilyList({ families }: { families: readonly Found[] }) {
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {families.map((family) => (
        <li key={family.id} className="grid">
          <article className="border-line bg-card shadow-rest has-[a:hover]:border-control relative min-w-0 rounded-xl border p-[min(1rem,5vw)]">
            <h2 className="text-lg font-bold">
              {/* The whole card is the target; its name is the family's. */}
              <InnerLink
                href={`/admin/familles/${family.id}`}
                className="text-link after:absolute after:inset-0 after:rounded-xl"
              >
                {`Famille ${family.name}`}
              </InnerLink>
            </h2>
            <ul>
              {family.guardians.map(({ name, email }, i) => (
                <li key={i}>
                  {name}
                  {email !== null && (
                    <span className="text-muted text-sm break-words">{`, ${email}`}</span>
                  )}
                </li>
              ))}
            </ul>
            <p className="text-muted text-sm">
              {family.children.length === 0
                ? "Aucun enfant"
                : `Enfants\u00a0: ${family.children.join(", ")}`}
            </p>
          </article>
        </li>
      ))}
    </ul>
  );
}

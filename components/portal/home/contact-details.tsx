import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";

interface GuardianFacts {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What the town knows of the guardians, and whom to tell when it is wrong. */
export function ContactDetails({
  guardians,
  department,
}: {
  guardians: readonly GuardianFacts[];
  department: { name: string; email: string; phone: string };
}) {
  return (
    <Card title="Mes coordonnées" titleId="coordonnees">
      <ul className="grid gap-4 sm:grid-cols-2">
        {guardians.map((guardian) => (
          <li key={guardian.id} className="min-w-0">
            <p className="font-semibold">{guardian.name}</p>
            <p>{guardian.phone ?? <Missing what="Téléphone" />}</p>
            <p>{guardian.email ?? <Missing what="Adresse électronique" />}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <InnerLink href="/famille" className="text-link min-h-target inline-flex items-center">
          {"Une erreur, un changement\u00a0? Mettre à jour ma famille"}
        </InnerLink>
      </p>
      <p className="text-muted text-sm">
        {`Une question\u00a0? ${department.name}\u00a0: `}
        <a className="text-link" href={`mailto:${department.email}`}>
          {department.email}
        </a>
        {", "}
        <span className="whitespace-nowrap">{department.phone}</span>.
      </p>
    </Card>
  );
}

function Missing({ what }: { what: string }) {
  return <span className="text-muted">{`${what}\u00a0: non renseigné`}</span>;
}

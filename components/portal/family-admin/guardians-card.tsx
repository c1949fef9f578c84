import { Card } from "@/components/ui/card";

interface Guardian {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly account: { readonly active: boolean; readonly hasSignedIn: boolean } | null;
}

/** The guardians, and how to reach each. */
export function GuardiansCard({ guardians }: { guardians: readonly Guardian[] }) {
  return (
    <Card title="Responsables" titleId="responsables">
      {guardians.length === 0 && <p>Aucun responsable.</p>}
      <ul className="divide-line divide-y">
        {guardians.map((guardian) => (
          <li key={guardian.id} className="py-3 first:pt-0 last:pb-0">
            <h3>{guardian.name}</h3>
            {[guardian.phone, guardian.otherPhone].map((phone, i) =>
              phone === null ? null : <Phone key={i} phone={phone} />,
            )}
            {guardian.email !== null && (
              <p>
                <a
                  className="text-link min-h-target inline-flex items-center break-all"
                  href={`mailto:${guardian.email}`}
                >
                  {guardian.email}
                </a>
              </p>
            )}
            {guardian.address !== null && <p className="whitespace-pre-line">{guardian.address}</p>}
            <p className="text-muted text-sm">{accountInWords(guardian.account)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Phone({ phone }: { phone: string }) {
  return (
    <p>
      <a
        className="text-link min-h-target inline-flex items-center whitespace-nowrap"
        href={`tel:${phone.replaceAll(" ", "")}`}
      >
        {phone}
      </a>
    </p>
  );
}

function accountInWords(account: Guardian["account"]): string {
  if (account === null) return "Pas de compte sur le portail";
  if (!account.active) return "Compte fermé";
  return account.hasSignedIn ? "A un compte" : "A un compte, ne s’est pas encore connecté";
}

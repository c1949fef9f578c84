import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";

interface Guardian {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly account: {
    readonly active: boolean;
    readonly hasSignedIn: boolean;
    readonly isOpened: boolean;
    readonly invitedOn: Day | null;
  } | null;
}

/** The guardians, how to reach each, and what may be changed of them. */
export function GuardiansCard({
  guardians,
  path,
  invite,
}: {
  guardians: readonly Guardian[];
  /** Of the pages that change a guardian; null for who may not. */
  path: string | null;
  /** The button that invites a guardian whose account is not open yet. */
  invite: (guardian: Guardian) => ReactNode;
}) {
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
            {path !== null && (
              <div className="mt-3 flex flex-wrap gap-3">
                <ButtonLink href={`${path}/${guardian.id}`} variant="secondary" icon="edit" wide>
                  Modifier <span className="sr-only">{guardian.name}</span>
                </ButtonLink>
                {mayBeInvited(guardian) && invite(guardian)}
              </div>
            )}
          </li>
        ))}
      </ul>
      {path !== null && (
        <div className="mt-4">
          <ButtonLink href={`${path}/nouveau`} variant="quiet" icon="plus">
            Ajouter un responsable
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

const mayBeInvited = ({ account }: Guardian) =>
  account === null || (account.active && !account.isOpened);

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
  if (!account.isOpened)
    return account.invitedOn === null
      ? "Compte pas encore ouvert, jamais invité"
      : `Invité le ${formatDay(account.invitedOn, "dateMedium")}, n’a pas encore ouvert son compte`;
  return account.hasSignedIn ? "A un compte" : "A un compte, ne s’est pas encore connecté";
}

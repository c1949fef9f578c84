import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { momentOfInstant, type Instant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";
import { deviceInWords } from "@/lib/domain/device";
import type { OwnPasskey } from "@/lib/services/accounts/passkeys/own-passkeys";

const said = (at: Instant) => formatMoment(momentOfInstant(at));

/** The passkeys of the account, and the way to add and remove them. */
export function PasskeysCard({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  return (
    <Card title="Clés d’accès" titleId="cles">
      <p className="mb-3">
        Avec une clé d’accès, le visage, le doigt ou le code de votre appareil vous connecte, sans
        mot de passe.
      </p>
      {passkeys.length > 0 ? (
        <ul className="divide-line mb-3 divide-y">
          {passkeys.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      ) : null}
      <ButtonLink href="/compte/cles/nouvelle" variant="secondary" icon="plus">
        Ajouter une clé d’accès
      </ButtonLink>
    </Card>
  );
}

function PasskeyLine({ passkey }: { passkey: OwnPasskey }) {
  const { id, label, userAgent, isSynced, createdAt, lastUsedAt } = passkey;
  const where = isSynced ? "synchronisée entre vos appareils" : "sur un seul appareil";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <strong>{label}</strong>
        </p>
        <p className="text-muted text-sm">
          {`Créée le ${said(createdAt)} avec ${deviceInWords(userAgent)}, ${where}`}
        </p>
        <p className="text-muted text-sm">
          {lastUsedAt === null ? "Pas encore utilisée" : `Utilisée le ${said(lastUsedAt)}`}
        </p>
      </div>
      <ButtonLink href={`/compte/cles/${id}`} variant="secondary">
        Retirer
        <span className="sr-only">{` ${label}`}</span>
      </ButtonLink>
    </li>
  );
}

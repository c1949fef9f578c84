import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { momentOfInstant, type Instant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";
import { deviceInWords } from "@/lib/domain/device";
import type { OpenSession } from "@/lib/services/accounts/own-sessions";
import { endSession } from "./actions";

const said = (at: Instant) => formatMoment(momentOfInstant(at));

/** One device: what it says it is, since when, last used when; the way to sign it out. */
export function DeviceCard({ session }: { session: OpenSession }) {
  const device = deviceInWords(session.userAgent);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <strong>{device}</strong>
          {session.isThis ? <Badge tone="success">Cet appareil</Badge> : null}
        </p>
        <p className="text-muted text-sm">{`Connecté le ${said(session.openedAt)}`}</p>
        <p className="text-muted text-sm">{`Utilisé le ${said(session.lastSeenAt)}`}</p>
      </div>
      {session.isThis ? null : (
        <form action={endSession}>
          <input type="hidden" name="session" value={session.id} />
          <SubmitButton variant="secondary">
            Déconnecter
            <span className="sr-only">{` ${device}, connecté le ${said(session.openedAt)}`}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

"use client";

import { askOwnPasskey, confirmOwnPasskey } from "./actions";
import { PasskeyForm } from "./passkey-form";

/** A passkey in the place of a code, then on to `retour`. */
export function ConfirmByPasskey({ retour }: { retour: string }) {
  return (
    <PasskeyForm
      ask={askOwnPasskey}
      give={(passkey) => confirmOwnPasskey({ passkey, retour })}
      label="Confirmer avec une clé d’accès"
    />
  );
}

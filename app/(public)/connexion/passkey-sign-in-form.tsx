"use client";

import { PasskeyForm } from "@/app/compte/cles/passkey-form";
import { askPasskey, signInWithPasskey } from "./actions";

/** Signs in with a passkey; "Rester connecté" is said on this page, or was on the one before. */
export function PasskeySignIn({
  retour,
  staysSignedIn,
}: {
  retour: string;
  staysSignedIn?: boolean;
}) {
  const isTicked = () =>
    document.querySelector<HTMLInputElement>("#resterConnecte")?.checked === true;
  return (
    <PasskeyForm
      ask={askPasskey}
      give={(passkey) =>
        signInWithPasskey({ passkey, retour, resterConnecte: staysSignedIn ?? isTicked() })
      }
      label="Se connecter avec une clé d’accès"
    />
  );
}

"use client";

import type { ReactNode } from "react";
import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { beginFactor, confirmFactor } from "../actions";
import { PasswordForm } from "../password-form";
import { RecoveryCodes } from "../recovery-codes-list";

const fieldOf = { "factor-code-wrong": "code", "too-many-attempts": "code" };

/**
 * The password, then the secret and its first code, then the recovery codes: one component in one place, so
 * that the answer finds its form again without JavaScript too.
 */
export function SetUpForm({
  pending,
  qrCode,
}: {
  pending: { readonly url: string; readonly secret: string } | null;
  /** Of the same address, drawn on the server. */
  qrCode: ReactNode;
}) {
  const form = useSentForm(confirmFactor, fieldOf, "confirmer");
  if (form.answer?.ok)
    return (
      <RecoveryCodes
        codes={form.answer.value}
        lead="La validation en deux étapes est en place. Un courriel vous le confirme."
      />
    );
  if (pending === null)
    return (
      <>
        <p className="mb-5">
          Il vous faut une application d’authentification sur votre téléphone (Aegis, FreeOTP,
          Google Authenticator, Microsoft Authenticator…). Pour commencer, saisissez votre mot de
          passe.
        </p>
        <PasswordForm act={beginFactor} label="Commencer" />
      </>
    );
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={form.problems} />
      <ol className="grid list-decimal gap-4 pl-6">
        <li>
          {"Sur un ordinateur, photographiez ce code avec l’application\u00a0:"}
          <div className="mt-2">{qrCode}</div>
        </li>
        <li>
          {"Sur le téléphone même, touchez plutôt ce lien\u00a0: "}
          <a href={pending.url} className="text-link min-h-target inline-flex items-center">
            Ajouter le compte à mon application
          </a>
        </li>
        <li>
          {
            "Ni l’un ni l’autre\u00a0? Ajoutez un compte à la main dans l’application, avec cette clé\u00a0:"
          }
          <code className="mt-1 block font-mono text-lg break-words">{pending.secret}</code>
        </li>
        <li>L’application montre six chiffres, qui changent toutes les trente secondes.</li>
      </ol>
      <TextField
        name="code"
        label="Code que montre l’application"
        hint="Six chiffres."
        inputMode="numeric"
        autoComplete="one-time-code"
        className="max-w-48"
        error={form.messageOf("code")}
      />
      <div>
        <Button id="confirmer" type="submit" icon="check" busy={form.pending}>
          Confirmer
        </Button>
      </div>
    </form>
  );
}

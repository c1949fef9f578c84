"use client";

import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ActionResult } from "@/lib/action";
import { RecoveryCodes } from "../validation/recovery-codes-list";
import { addOwnPasskey, beginOwnPasskey } from "./actions";

const notMade = "Aucune clé d’accès n’a été créée. Réessayez, ou essayez depuis un autre appareil.";

const fieldOf: Readonly<Record<string, string>> = {
  "wrong-password": "actuel",
  "too-many-attempts": "actuel",
};

function problemsOf(answer: ActionResult<unknown>): FieldProblem[] {
  if (answer.ok) return [];
  const said = Object.entries(answer.fields).flatMap(([field, message]) =>
    field === "label" || field === "actuel" ? [{ field, message }] : [],
  );
  if (said.length > 0) return said;
  return [{ field: fieldOf[answer.refusal] ?? "creer", message: answer.message }];
}

/** The password, then the device makes the passkey: browsers do that with JavaScript only. */
export function NewPasskeyForm({ device }: { device: string }) {
  const isHydrated = useHydrated();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const messageOf = (field: string) => problems.find((each) => each.field === field)?.message;

  async function make(form: FormData): Promise<FieldProblem[]> {
    const begun = await beginOwnPasskey({ actuel: form.get("actuel") });
    if (!begun.ok) return problemsOf(begun);
    const passkey = await startRegistration({ optionsJSON: begun.value }).catch(() => null);
    if (passkey === null) return [{ field: "creer", message: notMade }];
    const added = await addOwnPasskey({ label: form.get("label"), passkey });
    if (!added.ok) return problemsOf(added);
    if (added.value.length > 0) setCodes(added.value);
    else router.push("/compte?info=cle-ajoutee");
    return [];
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const found = await make(form).catch(() => [{ field: "creer", message: notMade }]);
    setProblems(found);
    setBusy(false);
  }

  if (codes.length > 0)
    return (
      <RecoveryCodes
        codes={codes}
        lead="Votre clé d’accès est ajoutée, et vaut validation en deux étapes. Un courriel vous le confirme."
      />
    );
  if (isHydrated && !browserSupportsWebAuthn())
    return (
      <Callout tone="warning">
        Ce navigateur ne sait pas créer de clé d’accès. Essayez avec un autre, ou sur un autre
        appareil.
      </Callout>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <ErrorSummary errors={problems} />
      <noscript>
        <Callout tone="warning">
          Une clé d’accès ne se crée qu’avec JavaScript, qui est coupé dans ce navigateur.
        </Callout>
      </noscript>
      <TextField
        name="label"
        label="Nom de la clé"
        hint="Pour la reconnaître dans votre compte."
        autoComplete="off"
        defaultValue={device}
        error={messageOf("label")}
      />
      <PasswordField
        name="actuel"
        label="Mot de passe actuel"
        autoComplete="current-password"
        error={messageOf("actuel")}
      />
      <div>
        <Button id="creer" type="submit" icon="lock" busy={isBusy}>
          Créer la clé d’accès
        </Button>
      </div>
    </form>
  );
}

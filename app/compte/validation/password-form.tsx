"use client";

import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PasswordField } from "@/components/ui/password-field";
import type { Action } from "@/lib/action";

const fieldOf = {
  "wrong-password": "actuel",
  "too-many-attempts": "actuel",
  "password-short-alone": "actuel",
};

/** The present password, before something that changes how one signs in. */
export function PasswordForm({
  act,
  label,
  sent = {},
}: {
  act: Action<null>;
  label: string;
  /** What goes with it, by name. */
  sent?: Readonly<Record<string, string>>;
}) {
  const form = useSentForm(act, fieldOf, "envoyer");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={form.problems} />
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <PasswordField
        name="actuel"
        label="Mot de passe actuel"
        autoComplete="current-password"
        error={form.messageOf("actuel")}
      />
      <div>
        <Button id="envoyer" type="submit" icon="lock" variant="secondary" busy={form.pending}>
          {label}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import type { Action } from "@/lib/action";

const fieldOf = { "factor-code-wrong": "code", "too-many-attempts": "code" };

/** One code, of the application or of recovery; works without JavaScript. */
export function CodeForm<V>({
  act,
  retour,
  label,
}: {
  act: Action<V>;
  retour: string;
  label: string;
}) {
  const form = useSentForm(act, fieldOf, "envoyer");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={form.problems} />
      <input type="hidden" name="retour" value={retour} />
      <TextField
        name="code"
        label="Code"
        hint="Les six chiffres que montre votre application, ou un code de secours."
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        className="max-w-72"
        error={form.messageOf("code")}
      />
      <div>
        <Button id="envoyer" type="submit" icon="lock" busy={form.pending}>
          {label}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useSentForm } from "@/app/use-sent-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { StaysSignedIn } from "../stays-signed-in-field";
import { openByLink } from "./actions";

const fieldOf = {};

/** The button that uses the link up; works without JavaScript. */
export function OpenForm({ token }: { token: string }) {
  const form = useSentForm(openByLink, fieldOf, "entrer");
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-5">
      <ErrorSummary errors={form.problems} />
      <input type="hidden" name="token" value={token} />
      <StaysSignedIn />
      <div>
        <Button id="entrer" type="submit" busy={form.pending}>
          Me connecter
        </Button>
      </div>
    </form>
  );
}

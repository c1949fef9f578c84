"use client";

import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ActionResult } from "@/lib/action";

type Asked = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type Signed = Awaited<ReturnType<typeof startAuthentication>>;

const nothingUsed =
  "Aucune clé d’accès n’a servi. Réessayez, ou choisissez une autre façon de continuer.";

/**
 * The button that signs with a passkey, where the browser can: without JavaScript there are the other ways.
 * `ask` gives what is signed, `give` takes the signature and says which page is next.
 */
export function PasskeyForm({
  ask,
  give,
  label,
}: {
  ask: (nothing: object) => Promise<ActionResult<Asked>>;
  give: (passkey: Signed) => Promise<ActionResult<{ readonly goOnTo: string }>>;
  label: string;
}) {
  const isHydrated = useHydrated();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  if (!isHydrated || !browserSupportsWebAuthn()) return null;

  async function sign(): Promise<string> {
    const asked = await ask({});
    if (!asked.ok) return asked.message;
    const signed = await startAuthentication({ optionsJSON: asked.value }).catch(() => null);
    if (signed === null) return nothingUsed;
    const answer = await give(signed);
    if (!answer.ok) return answer.message;
    // A page of its own, so that nothing of who was here before stays.
    window.location.assign(answer.value.goOnTo);
    return "";
  }

  async function press() {
    setBusy(true);
    setProblem("");
    const said = await sign().catch(() => nothingUsed);
    setProblem(said);
    if (said !== "") setBusy(false);
  }

  return (
    <div className="grid gap-2">
      <div>
        <Button variant="secondary" icon="lock" busy={isBusy} onClick={() => void press()}>
          {label}
        </Button>
      </div>
      <p role="alert" className="text-danger-ink font-semibold empty:hidden">
        {problem}
      </p>
    </div>
  );
}

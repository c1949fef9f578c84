"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { useHydrated } from "@/components/ui/use-hydrated";

/** The codes, this once: to print, to keep as a file, or to copy by hand. */
export function RecoveryCodes({ codes, lead }: { codes: readonly string[]; lead: string }) {
  const canPrint = useHydrated();
  const text = `Codes de secours\n${codes.join("\n")}\n`;
  return (
    <div className="grid gap-5">
      <Callout tone="success">{lead}</Callout>
      <h2 id="codes">Vos codes de secours</h2>
      <p>
        Chacun ouvre votre compte une fois, si vous n’avez plus votre téléphone. Ils ne seront plus
        affichés{"\u00a0: "}gardez-les ailleurs que dans votre téléphone.
      </p>
      <ul aria-labelledby="codes" className="grid gap-1 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-3">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="codes-de-secours.txt"
          className="text-link min-h-target inline-flex items-center"
        >
          Télécharger les codes
        </a>
        {canPrint ? (
          <Button variant="secondary" onClick={() => window.print()}>
            Imprimer
          </Button>
        ) : null}
        <ButtonLink href="/compte">J’ai gardé mes codes</ButtonLink>
      </div>
    </div>
  );
}

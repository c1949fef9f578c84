import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

const PASSWORD = "preau-demo-2026";

/** Made by the demo's seed (prisma/demo). */
const ACCOUNTS = [
  ["madelainedupont@exemple.fr", "Madelaine Dupont, parent"],
  ["thomas.dupont@exemple.fr", "Thomas Dupont, l’autre parent du même foyer"],
  ["toto.test@exemple.fr", "Toto Test, parent"],
  ["claire.garnier@exemple.fr", "Claire Garnier, parent séparé de Zoé"],
  ["julien.lambert@exemple.fr", "Julien Lambert, l’autre parent de Zoé, dans deux foyers"],
  ["agent@clairval.example", "Agent du service (centres du mercredi)"],
  ["admin@clairval.example", "Administration de la ville"],
] as const;

/** The demo town's accounts, each one tap away. Never in production. */
export function DemoAccounts({ csrfToken, retour }: { csrfToken: string; retour: string }) {
  return (
    <Card title="Comptes de démonstration" titleId="comptes-demo" className="mt-8">
      <p className="mb-4">
        Mot de passe de tous les comptes{"\u00a0"}: <code>{PASSWORD}</code>
      </p>
      <ul className="grid gap-3">
        {ACCOUNTS.map(([email, who]) => (
          <li key={email}>
            <form method="post" action="/api/auth/callback/credentials">
              <input type="hidden" name="csrfToken" value={csrfToken} />
              <input type="hidden" name="callbackUrl" value={retour} />
              <input type="hidden" name="identifiant" value={email} />
              <input type="hidden" name="motDePasse" value={PASSWORD} />
              <Button type="submit" variant="secondary" wide>
                {who}
              </Button>
              <span className="text-muted block text-sm break-all">{email}</span>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

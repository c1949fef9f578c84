import { buttonClass } from "@/components/ui/button-class";
import { Callout } from "@/components/ui/callout";

/** The session has ended: what was ticked waits in this tab. */
export function SignedOutBanner({ signInUrl }: { signInUrl: string }) {
  return (
    <div role="alert" className="mt-4">
      <Callout
        tone="warning"
        title="Votre session a expiré"
        actions={
          <a className={buttonClass({ variant: "primary" })} href={signInUrl}>
            Me reconnecter
          </a>
        }
      >
        <p>Vos choix sont gardés dans cet onglet. Reconnectez-vous pour les enregistrer.</p>
      </Callout>
    </div>
  );
}

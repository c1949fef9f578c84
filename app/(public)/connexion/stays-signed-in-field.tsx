import { Checkbox } from "@/components/ui/checkbox";

/** "Rester connecté", wherever one signs in. */
export function StaysSignedIn() {
  return (
    <Checkbox
      id="resterConnecte"
      name="resterConnecte"
      value="oui"
      label="Rester connecté"
      hint="Pour les parents, trente jours sur cet appareil. Ne cochez pas sur un appareil partagé."
    />
  );
}

import { Button } from "@/components/ui/button";
import type { SaveStatus } from "./draft-saver";
import { PlanningDialog } from "./planning-dialog";

/** Another device saved another draft: the parent says which one stands. */
export function OtherDeviceDialog({
  status,
  onMine,
  onTheirs,
  onLater,
}: {
  status: Extract<SaveStatus, { kind: "otherDevice" }>;
  onMine: () => void;
  onTheirs: () => void;
  /** Closed without an answer: nothing is saved until there is one. */
  onLater: () => void;
}) {
  const gone = status.revision === null;
  return (
    <PlanningDialog
      title={gone ? "Ce brouillon n’existe plus" : "Brouillon modifié ailleurs"}
      onClose={onLater}
      actions={
        <>
          <Button variant="secondary" onClick={onMine}>
            Garder celle-ci
          </Button>
          <Button onClick={onTheirs}>
            {gone ? "Recharger la page" : "Reprendre la version de l’autre appareil"}
          </Button>
        </>
      }
    >
      <p>
        {gone
          ? "Il a été envoyé ou abandonné depuis un autre appareil ou un autre onglet. Voulez-vous garder la version affichée ici, ou recharger la page pour voir vos réservations actuelles\u00a0?"
          : "Vous avez changé ce brouillon sur un autre appareil ou dans un autre onglet. Quelle version voulez-vous garder\u00a0? L’autre sera remplacée."}
      </p>
    </PlanningDialog>
  );
}

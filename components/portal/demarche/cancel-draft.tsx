import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";

/** « Annuler la démarche » where there is a draft: asks whether it is kept. */
export function CancelDraft({
  cancel,
  familyId,
  schoolYearId,
}: {
  cancel: (form: FormData) => Promise<void>;
  familyId: number;
  schoolYearId: number;
}) {
  return (
    <DialogButton
      label="Annuler la démarche"
      title="Que faire de vos choix ?"
      variant="quiet"
      icon="cross"
      size="small"
    >
      <p className="mb-4">
        Rien n’est envoyé à la mairie. Vous pouvez garder votre brouillon et le reprendre plus tard,
        ou le supprimer.
      </p>
      <form action={cancel} className="grid gap-3">
        <FamilyField familyId={familyId} />
        <input type="hidden" name="schoolYearId" value={schoolYearId} />
        <Button type="submit" name="draft" value="keep" icon="check">
          Garder mon brouillon et quitter
        </Button>
        <Button type="submit" name="draft" value="drop" variant="danger" icon="cross">
          Supprimer mon brouillon et quitter
        </Button>
      </form>
    </DialogButton>
  );
}

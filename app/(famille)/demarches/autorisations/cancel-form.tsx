import { FamilyField } from "@/components/portal/family/family-shown";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancel } from "./actions";

/** « Annuler la démarche » : two minutes' answers are not kept for another day. */
export function CancelAnswers({ familyId, childId }: { familyId: number; childId: number }) {
  return (
    <form action={cancel}>
      <FamilyField familyId={familyId} />
      <input type="hidden" name="childId" value={childId} />
      <SubmitButton variant="quiet" icon="cross">
        Annuler la démarche
      </SubmitButton>
    </form>
  );
}

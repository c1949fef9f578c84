import { SubmitButton } from "@/components/ui/submit-button";
import { cancel } from "./actions";

/** « Annuler la démarche » : two minutes' answers are not kept for another day. */
export function CancelAnswers({ childId }: { childId: number }) {
  return (
    <form action={cancel}>
      <input type="hidden" name="childId" value={childId} />
      <SubmitButton variant="quiet" icon="cross">
        Annuler la démarche
      </SubmitButton>
    </form>
  );
}

import { ButtonLink } from "@/components/ui/button-link";

/** Nothing is kept of a simulation: cancelling it is going home. */
export function CancelSimulation() {
  return (
    <ButtonLink href="/" variant="quiet" icon="cross">
      Annuler la simulation
    </ButtonLink>
  );
}

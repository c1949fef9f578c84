import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { currentActor } from "@/lib/auth";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";

/** During an agent's grace: until when the second factor may wait. */
export async function FactorReminder() {
  const dueAt = (await currentActor())?.factor.dueAt ?? null;
  if (dueAt === null) return null;
  return (
    <div className="no-print mb-5">
      <Callout
        tone="warning"
        title={`Validation en deux étapes\u00a0: à mettre en place avant le ${formatMoment(momentOfInstant(dueAt))}`}
        actions={
          <ButtonLink href="/compte/validation/mise-en-place" variant="secondary" icon="lock">
            La mettre en place
          </ButtonLink>
        }
      >
        Elle est obligatoire pour les agents. Après cette date, vos pages attendront qu’elle soit en
        place.
      </Callout>
    </div>
  );
}

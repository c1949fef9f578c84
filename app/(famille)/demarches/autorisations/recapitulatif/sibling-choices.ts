import { planFor } from "@/lib/domain/authorization-plan";
import type { Answer } from "@/lib/services/authorizations/file-authorizations";
import type { ChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import type { Day } from "@/lib/domain/day";

/** A brother or sister for whom the same changes would change something. */
export interface SiblingChoice {
  readonly childId: number;
  readonly firstName: string;
  /** What would change: "Sortir seul de l’activité". */
  readonly labels: readonly string[];
  /** The part of the plan's name that stands for it. */
  readonly name: string;
}

/** To whom the changes of one child may be offered. */
export function siblingChoices(
  children: readonly ChildAuthorizations[],
  asked: { readonly childId: number; readonly answers: readonly Answer[] },
  today: Day,
): SiblingChoice[] {
  return children
    .filter(({ childId }) => childId !== asked.childId)
    .flatMap(({ childId, firstName }) => {
      const planned = planFor(children, { ...asked, siblingIds: [childId] }, today);
      const plan = planned?.plans.find(({ child }) => child.childId === childId);
      const labels = plan?.lines.map(({ label }) => label) ?? [];
      const name = planned?.name.split(";")[1] ?? "";
      return labels.length > 0 ? [{ childId, firstName, labels, name }] : [];
    });
}

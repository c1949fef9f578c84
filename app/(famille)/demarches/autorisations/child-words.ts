import { authorizationName, isToConfirm, stateOf } from "@/lib/domain/authorization";
import { questionsOf } from "@/lib/domain/authorization-plan";
import { dayOf, momentOfInstant, type Day } from "@/lib/domain/day";
import { formatDay, plural } from "@/lib/domain/day-words";
import type { ChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { town } from "@/town/town";

/** Names of the questions to which nobody has answered. */
export function openQuestions(child: ChildAuthorizations, today: Day): string[] {
  return questionsOf(child, today)
    .filter((key) => stateOf(child.states, key) === null)
    .map(authorizationName);
}

/** Whether the town asks this family to read its answers again. */
export function asksToConfirm({ confirmedAt }: ChildAuthorizations, today: Day): boolean {
  const from = town.authorizations.confirmEachYearFrom;
  const answeredOn = confirmedAt && dayOf(momentOfInstant(confirmedAt));
  return isToConfirm(answeredOn, from === null ? null : { from }, today);
}

/** What there is to do about a child, in a sentence. */
export function childNote(child: ChildAuthorizations, today: Day): string {
  const open = openQuestions(child, today).length;
  if (open > 0) return `${plural(open, "question attend", "questions attendent")} votre réponse.`;
  if (asksToConfirm(child, today)) return "À relire\u00a0: vos réponses datent de l’an dernier.";
  return child.confirmedAt
    ? `À jour au ${formatDay(dayOf(momentOfInstant(child.confirmedAt)), "dateMedium")}.`
    : "Rien à répondre.";
}

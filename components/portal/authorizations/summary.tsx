import { Icon, type IconName } from "@/components/ui/icon";
import {
  stateOf,
  type AuthorizationKey,
  type AuthorizationState,
  type AuthorizationType,
} from "@/lib/domain/authorization";
import { AnswerBadge } from "./answer-badge";

/** Questions and what was answered, each with its icon and its word. */
export function AnswerList({
  types,
  questions,
  states,
}: {
  types: readonly AuthorizationType[];
  questions: readonly AuthorizationKey[];
  states: readonly AuthorizationState[];
}) {
  return (
    <ul className="divide-line divide-y">
      {questions.map((key) => {
        const type = types.find(({ id }) => id === key.typeId);
        if (!type) return null;
        return (
          <li
            key={key.typeId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
          >
            <span className="flex min-w-0 items-center gap-3">
              <Icon name={type.icon as IconName} className="text-brand size-[1.4em]" />
              {type.label}
            </span>
            <AnswerBadge allowed={stateOf(states, key)} />
          </li>
        );
      })}
    </ul>
  );
}

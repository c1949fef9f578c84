import { Icon } from "@/components/ui/icon";
import { AnswerBadge } from "./answer-badge";

export interface ChangeFacts {
  readonly label: string;
  readonly was: boolean | null;
  readonly now: boolean;
}

/** Changes only: from what to what. */
export function ChangeList({ changes }: { changes: readonly ChangeFacts[] }) {
  return (
    <ul className="divide-line divide-y">
      {changes.map(({ label, was, now }) => (
        <li
          key={label}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
        >
          <strong className="min-w-0">{label}</strong>
          <span className="flex flex-wrap items-center gap-2">
            <AnswerBadge allowed={was} />
            <Icon name="arrow-right" />
            <span className="sr-only">devient</span>
            <AnswerBadge allowed={now} />
          </span>
        </li>
      ))}
    </ul>
  );
}

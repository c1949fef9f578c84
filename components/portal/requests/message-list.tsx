import { Badge } from "@/components/ui/badge";
import type { Instant } from "@/lib/domain/day";
import type { MessageSide } from "@/lib/domain/request-message";
import { instantInWords } from "./words";

export interface MessageFacts {
  readonly id: number;
  readonly at: Instant;
  readonly side: MessageSide;
  readonly authorName: string;
  readonly text: string;
  /** The family's, and neither answered nor said to need no answer. */
  readonly waits: boolean;
}

/** What a family and the service wrote to one another, the oldest first: each side has its edge and its word. */
export function MessageList({ messages }: { messages: readonly MessageFacts[] }) {
  return (
    <ul className="grid gap-4">
      {messages.map(({ id, at, side, authorName, text, waits }) => (
        <li
          key={id}
          className={`border-l-4 pl-3 ${side === "service" ? "border-accent" : "border-control"}`}
        >
          <p className="text-muted text-sm">
            {`${side === "service" ? "Le service" : "La famille"}\u00a0: ${authorName}, ${instantInWords(at)}`}
          </p>
          <p className="measure whitespace-pre-line">{text}</p>
          {waits && (
            <p className="mt-1">
              <Badge icon="clock">Pas encore de réponse</Badge>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

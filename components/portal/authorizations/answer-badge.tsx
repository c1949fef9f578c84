import { Badge } from "@/components/ui/badge";
import { answerLabel } from "@/lib/domain/authorization";

/** What was answered, in an icon and a word. */
export function AnswerBadge({ allowed }: { allowed: boolean | null }) {
  if (allowed === null) {
    return (
      <Badge tone="warning" icon="warning">
        {answerLabel(null)}
      </Badge>
    );
  }
  return allowed ? (
    <Badge tone="success" icon="check">
      {answerLabel(true)}
    </Badge>
  ) : (
    <Badge tone="danger" icon="cross">
      {answerLabel(false)}
    </Badge>
  );
}

import { Badge } from "@/components/ui/badge";
import type { FamilyField } from "@/lib/domain/family-file";
import { fieldValueInWords } from "@/lib/domain/family-file-words";
import type { LineState } from "@/lib/domain/service-request";
import { LineStatus } from "./request-status";

export interface FileChangeFacts {
  readonly field: FamilyField;
  readonly label: string;
  readonly isHealth: boolean;
  /** Null where the reader may not see them. */
  readonly values: { readonly was: string | null; readonly now: string | null } | null;
}

/** Each line of a request about the file: what, from what to what, and the answer. */
export function FileChangeList({
  changes,
}: {
  changes: readonly (FileChangeFacts & { readonly state: LineState })[];
}) {
  return (
    <ul className="divide-line grid divide-y">
      {changes.map((change) => (
        <li key={change.field} className="grid gap-2 py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <strong className="min-w-0">{change.label}</strong>
            <LineStatus state={change.state} />
          </div>
          <FileChangeValues change={change} />
        </li>
      ))}
    </ul>
  );
}

/** What the file says and what it would say, side by side where there is room. */
export function FileChangeValues({ change }: { change: FileChangeFacts }) {
  const { field, values } = change;
  if (values === null) {
    return (
      <p className="text-muted">
        {change.isHealth
          ? "Information de santé, non affichée."
          : "Cette information ne vous est plus accessible."}
      </p>
    );
  }
  return (
    <dl className="grid gap-2 sm:grid-cols-2">
      <Value side="was">{fieldValueInWords(field, values.was)}</Value>
      <Value side="now">{fieldValueInWords(field, values.now)}</Value>
    </dl>
  );
}

const look = {
  was: {
    word: "Avant",
    icon: "minus",
    frame: "border-removed-line",
    look: "border-removed-line bg-removed-bg text-removed-ink",
  },
  now: {
    word: "Après",
    icon: "plus",
    frame: "border-added-line",
    look: "border-added-line bg-added-bg text-added-ink",
  },
} as const;

function Value({ side, children }: { side: keyof typeof look; children: string }) {
  const { word, icon, frame, look: badge } = look[side];
  return (
    <div className={`min-w-0 rounded-lg border p-3 ${frame}`}>
      <dt className="mb-1">
        <Badge icon={icon} look={badge}>
          {word}
        </Badge>
      </dt>
      <dd className="break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}

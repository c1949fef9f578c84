import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ShownLine } from "@/lib/services/town-import/read-imports";
import { decideLine } from "../actions";
import { changeWords, problemWords, verdictWords } from "../words";

/** Lines of a report, each with what changes, what is wrong, and what is asked. */
export function ReportList({
  importId,
  lines,
  mayDecide,
}: {
  importId: string;
  lines: readonly ShownLine[];
  mayDecide: boolean;
}) {
  return (
    <ol className="grid gap-3">
      {lines.map((its) => (
        <li
          key={its.line}
          value={its.line}
          className="border-line bg-card list-none rounded-xl border p-[min(1rem,4vw)]"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={verdictWords[its.verdict].tone}>{verdictWords[its.verdict].label}</Badge>
            <span className="font-semibold">
              {[`Ligne ${its.line}`, its.child].filter(Boolean).join("\u00a0: ")}
            </span>
            {its.family !== "" && <span className="text-muted">{`famille ${its.family}`}</span>}
          </div>
          <Texts texts={[...its.problems.map(problemWords), ...its.changes.map(changeWords)]} />
          {its.alike !== null && mayDecide && (
            <Decision importId={importId} line={its.line} alike={its.alike} choice={its.choice} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className="mt-2 list-disc pl-5">
      {texts.map((text) => (
        <li key={text} className="break-words">
          {text}
        </li>
      ))}
    </ul>
  );
}

function Decision({
  importId,
  line,
  alike,
  choice,
}: {
  importId: string;
  line: number;
  alike: string;
  choice: ShownLine["choice"];
}) {
  const decided = { same: "le même enfant", other: "un autre enfant" } as const;
  return (
    <form action={decideLine} className="mt-3 grid gap-2">
      <p>
        {`Ressemble à ${alike}.`}
        {choice !== null && ` Décidé\u00a0: ${decided[choice]}.`}
      </p>
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="line" value={line} />
      <input type="hidden" name="idempotencyKey" value={randomUUID()} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="choice" value="same" variant="secondary">
          C’est le même enfant
        </Button>
        <Button type="submit" name="choice" value="other" variant="secondary">
          C’est un autre enfant
        </Button>
      </div>
    </form>
  );
}

import { Callout } from "@/components/ui/callout";
import { reductionInWords, unknownQuotientWords } from "@/lib/domain/tariff/reduction-words";
import type { AgentGrid } from "@/lib/services/tariffs/read-grid";
import { namesOf } from "../reduction-list";

/** Reductions and the unknown quotient, where they are not the same; nothing where they are. */
export function SettingChanges({ before, after }: { before: AgentGrid; after: AgentGrid }) {
  const lines = settingChanges(before, after);
  if (lines.length === 0) return null;
  return (
    <Callout title="Les règles changent aussi">
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Callout>
  );
}

function settingChanges(before: AgentGrid, after: AgentGrid): string[] {
  const said = ({ version }: AgentGrid) =>
    version.grid.reductions.map(
      (reduction) => `${reduction.label}\u00a0: ${reductionInWords(reduction, namesOf(after))}`,
    );
  const [was, is] = [said(before), said(after)];
  const gone = was.filter((line) => !is.includes(line)).map((line) => `Finie\u00a0– ${line}`);
  const made = is.filter((line) => !was.includes(line)).map((line) => `Nouvelle\u00a0– ${line}`);
  const kept = [was.filter((line) => is.includes(line)), is.filter((line) => was.includes(line))];
  const moved = kept[0]?.join() === kept[1]?.join() ? [] : ["L’ordre des réductions change."];
  const { unknownQuotient } = after.version.grid;
  const rule =
    unknownQuotient === before.version.grid.unknownQuotient
      ? []
      : [unknownQuotientWords[unknownQuotient]];
  return [...gone, ...made, ...moved, ...rule];
}

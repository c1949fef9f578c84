import type { Tone } from "@/components/ui/tone";
import { plural } from "@/lib/domain/day-words";
import type { Change } from "@/lib/domain/town-import/changes";
import type { ImportVerdict } from "@/lib/domain/town-import/import-plan";
import type { LineProblem } from "@/lib/domain/town-import/line-texts";
import type { ShownImport, ShownLine } from "@/lib/services/town-import/read-imports";
import type { VerdictParam } from "./hrefs";

export const verdictWords: Readonly<Record<ImportVerdict, { label: string; tone: Tone }>> = {
  added: { label: "Nouvelle", tone: "info" },
  changed: { label: "Change", tone: "warning" },
  same: { label: "Identique", tone: "neutral" },
  doubtful: { label: "À décider", tone: "warning" },
  wrong: { label: "Erreur", tone: "danger" },
};

/** "Nouvelles (12)", by the parameter of its lines. */
export function viewWords({ counts, lines }: ShownImport): Record<VerdictParam, string> {
  return {
    toutes: `Toutes (${lines})`,
    erreurs: `Erreurs (${counts.wrong})`,
    doutes: `À décider (${counts.doubtful})`,
    changees: `Changent (${counts.changed})`,
    nouvelles: `Nouvelles (${counts.added})`,
    identiques: `Identiques (${counts.same})`,
  };
}

export function changeWords({ what, was, now }: Change): string {
  return was === null ? `${what}\u00a0: ${now}` : `${what}\u00a0: ${was} → ${now}`;
}

export function problemWords({ column, message }: LineProblem): string {
  return column === null ? message : `${column}\u00a0: ${message}`;
}

/** What a report says on its whole, in a sentence. */
export function reportSentence({ counts }: ShownImport): string {
  const changing = counts.added + counts.changed;
  const left = counts.wrong + counts.doubtful;
  const written =
    changing === 0
      ? "Aucune ligne ne change le portail."
      : `${plural(changing, "ligne change", "lignes changent")} le portail.`;
  return left === 0
    ? written
    : `${written} ${plural(left, "ligne ne sera pas importée", "lignes ne seront pas importées")}.`;
}

/** The report as a table, headers first. */
export function reportRows(lines: readonly ShownLine[]): string[][] {
  return [
    ["Ligne", "Résultat", "Famille", "Enfant", "Ce qui change", "Erreurs", "Ressemble à"],
    ...lines.map(({ line, verdict, family, child, changes, problems, alike }) => [
      String(line),
      verdictWords[verdict].label,
      family,
      child,
      changes.map(changeWords).join(" | "),
      problems.map(problemWords).join(" | "),
      alike ?? "",
    ]),
  ];
}

import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";

export interface SettingFact {
  readonly term: string;
  readonly detail: string;
}

/** What a colleague saved while this form was being filled, next to what is typed in it. */
export function ColleagueChanges({
  before,
  now,
}: {
  /** As the form was opened, in the same order as `now`. */
  before: readonly SettingFact[];
  now: readonly SettingFact[];
}) {
  const changed = now.filter(({ detail }, i) => before[i]?.detail !== detail);
  if (changed.length === 0) return null;
  return (
    <Callout tone="warning" title="Un collègue vient d’enregistrer">
      <DescriptionList items={changed} />
    </Callout>
  );
}

import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { plural } from "@/lib/domain/day-words";
import type { ChoiceGroup } from "./form-props";

/** What a reduction is for: everything when no box is ticked. */
export function ScopeBoxes({
  id,
  title,
  all,
  groups,
  value,
  onChange,
}: {
  id: string;
  title: string;
  /** What no box ticked means. */
  all: string;
  groups: readonly ChoiceGroup[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const chosen = value.length === 0 ? all : plural(value.length, "choisie", "choisies");
  const toggle = (one: string) =>
    onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one]);
  return (
    <Disclosure summary={`${title}\u00a0: ${chosen}`}>
      <p className="text-muted text-sm">Sans case cochée, la réduction vaut pour toutes.</p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map((group) => (
          <fieldset key={group.label} className="min-w-0">
            <legend className="mt-2 font-semibold">{group.label}</legend>
            {group.options.map((option) => (
              <Checkbox
                key={option.id}
                id={`${id}.${option.id}`}
                label={option.label}
                checked={value.includes(option.id)}
                onChange={() => toggle(option.id)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </Disclosure>
  );
}

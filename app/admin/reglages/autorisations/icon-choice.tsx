import { Fieldset } from "@/components/ui/fieldset";
import { Icon } from "@/components/ui/icon";
import { authorizationIconNames, authorizationIcons } from "./icon-words";

/** The drawing beside the question, each with what it shows. */
export function IconChoice({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (icon: string) => void;
  error: string | undefined;
}) {
  return (
    <Fieldset name="icon" legend="Image" error={error}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-x-4">
        {authorizationIconNames.map((name) => (
          <label key={name} className="min-h-target flex cursor-pointer items-center gap-3 py-1.5">
            <input
              type="radio"
              name="icon"
              value={name}
              className="check"
              checked={value === name}
              onChange={() => onChange(name)}
            />
            <Icon name={name} className="text-brand size-[1.4em]" />
            <span className="min-w-0">{authorizationIcons[name]}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

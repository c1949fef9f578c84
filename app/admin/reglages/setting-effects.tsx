import { Callout } from "@/components/ui/callout";

/** What families will see of a change, before it is saved; nothing where nothing changes. */
export function SettingEffects({ effects }: { effects: readonly string[] }) {
  if (effects.length === 0) return null;
  return (
    <Callout title="Ce que cela change pour les familles">
      <ul className="list-disc pl-5">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Callout>
  );
}

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** For a guardian of two families: which one is shown, and the way to the other. */
export function FamilySwitcher({
  families,
  currentId,
  choose,
}: {
  families: readonly { id: number; name: string }[];
  currentId: number;
  choose: (form: FormData) => Promise<void>;
}) {
  const current = families.find(({ id }) => id === currentId);
  return (
    <div className="border-line bg-card flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border px-4 py-2">
      <p className="min-w-0 flex-1 basis-56">
        <Icon name="family" className="text-brand mr-2 size-[1.25em] align-[-0.2em]" />
        {"Foyer affiché\u00a0: "}
        <strong>{current?.name}</strong>
      </p>
      {families
        .filter(({ id }) => id !== currentId)
        .map(({ id, name }) => (
          <form key={id} action={choose}>
            <input type="hidden" name="familyId" value={id} />
            <Button type="submit" variant="secondary" icon="repeat">
              {`Passer au foyer ${name}`}
            </Button>
          </form>
        ))}
    </div>
  );
}

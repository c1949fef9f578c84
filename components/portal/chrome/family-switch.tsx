import type { Viewer } from "@/components/portal/chrome/viewer";
import { SubmitButton } from "@/components/ui/submit-button";

/** For a guardian of several families: which one is shown, and the way to the others. */
export function FamilySwitch({
  viewer,
  switchFamily,
}: {
  viewer: Viewer;
  switchFamily: (form: FormData) => Promise<void>;
}) {
  const current = viewer.families.find((family) => family.current);
  const others = viewer.families.filter((family) => !family.current);
  if (!current || others.length === 0) return null;
  return (
    <section
      aria-label="Foyer affiché"
      className="shell no-print flex flex-wrap items-center gap-x-4 gap-y-2 pt-6"
    >
      <p>
        {"Foyer affiché\u00a0: "}
        <strong>{current.name}</strong>
      </p>
      {others.map((family) => (
        <form key={family.id} action={switchFamily}>
          <input type="hidden" name="familyId" value={family.id} />
          <SubmitButton variant="secondary" icon="family">
            {`Passer au foyer ${family.name}`}
          </SubmitButton>
        </form>
      ))}
    </section>
  );
}

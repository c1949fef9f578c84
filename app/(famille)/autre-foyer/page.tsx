import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { idParam, textParam } from "@/app/params";
import { switchFamily } from "@/app/(public)/connexion/actions";
import { PageHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireGuardian } from "@/lib/auth";

export const metadata: Metadata = { title: "Rien n’est enregistré" };

/** Where a form of another home leads that had no script to show why it was refused. */
export default async function OtherHomePage({ searchParams }: PageProps<"/autre-foyer">) {
  const { actor, family } = await requireGuardian();
  const asked = idParam(textParam(await searchParams, "foyer"));
  const form = actor.families.find(({ id }) => id === asked && id !== family.familyId);
  const shown = actor.families.find(({ id }) => id === family.familyId);
  if (!form || !shown) redirect("/");
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading
        lead={`Ce formulaire est celui du foyer ${form.name}, mais vous êtes passé au foyer ${shown.name} dans un autre onglet.`}
      >
        Rien n’est enregistré
      </PageHeading>
      <p className="mb-5">
        {`Passez d’abord au foyer ${form.name}. Revenez ensuite au formulaire avec le bouton Précédent de votre navigateur\u00a0: ce que vous avez saisi y est encore le plus souvent.`}
      </p>
      <form action={switchFamily}>
        <input type="hidden" name="familyId" value={form.id} />
        <SubmitButton icon="family">{`Revenir au foyer ${form.name}`}</SubmitButton>
      </form>
    </div>
  );
}

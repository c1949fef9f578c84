import { FamilyField } from "@/components/portal/family/family-shown";
import { Callout } from "@/components/ui/callout";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { confirm } from "../../actions";

/** « Toujours d’accord ? » : one press where nothing has changed. */
export function ConfirmForm({
  familyId,
  child,
  update,
}: {
  familyId: number;
  child: { childId: number; firstName: string };
  update: string;
}) {
  return (
    <Callout
      icon="repeat"
      title="Toujours d’accord ?"
      actions={
        <>
          <form action={confirm}>
            <FamilyField familyId={familyId} />
            <input type="hidden" name="childId" value={child.childId} />
            <SubmitButton icon="check">Oui, rien ne change</SubmitButton>
          </form>
          <ButtonLink href={update} variant="secondary" icon="edit">
            Non, mettre à jour
          </ButtonLink>
        </>
      }
    >
      {`Une nouvelle année a commencé. Relisez ce que vous autorisez pour ${child.firstName}, puis confirmez.`}
    </Callout>
  );
}

import { joinHref } from "@/app/(famille)/famille/justificatifs/hrefs";
import { ButtonLink } from "@/components/ui/button-link";
import { requireGuardian } from "@/lib/auth";
import { mayJoinDocument } from "@/lib/services/supporting-documents/join-document";

/** A proof for whoever decides a request past its cut-off, as long as it waits. */
export async function JoinDocument({ number }: { number: number }) {
  const { family } = await requireGuardian();
  if (!(await mayJoinDocument(family, number))) return null;
  return (
    <p className="no-print">
      <ButtonLink href={joinHref(number)} variant="secondary" icon="camera" wide>
        Joindre un justificatif
      </ButtonLink>
    </p>
  );
}

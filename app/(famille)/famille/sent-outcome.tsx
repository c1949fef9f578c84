import { Outcome } from "@/components/portal/requests/outcome";
import { ButtonLink } from "@/components/ui/button-link";
import type { AuthorizedFamily } from "@/lib/auth";
import { listInWords } from "@/lib/domain/day-words";
import { familyFields } from "@/lib/domain/family-file";
import type { LineState } from "@/lib/domain/service-request";
import { readFiledFileChanges, type FiledFileRequest } from "@/lib/services/family-file/read-filed";

/** What was just sent: its number, what counts now and what waits. */
export async function JustSent({
  family,
  submissionId,
  takenBack,
}: {
  family: AuthorizedFamily;
  submissionId: string | null;
  /** Numbers of requests, as the URL names them. */
  takenBack: string;
}) {
  const filed = submissionId && (await readFiledFileChanges(family, submissionId));
  if (!filed) {
    if (!/^\d{1,9}(,\d{1,9})*$/.test(takenBack)) return null;
    return (
      <Outcome key={takenBack}>
        Ce que vous aviez demandé est retiré. Ce qui est enregistré ne change pas.
      </Outcome>
    );
  }
  return (
    <Outcome
      key={submissionId}
      actions={
        <ButtonLink href={`/demandes/${filed.number}`} variant="secondary" icon="document">
          Voir ma demande
        </ButtonLink>
      }
    >
      <p>{`Demande n°\u00a0${filed.number} – ${filed.aboutName}`}</p>
      <Sentence filed={filed} state="accepted" words="C’est enregistré" />
      <Sentence filed={filed} state="pending" words="Le service vérifie d’abord" />
    </Outcome>
  );
}

function Sentence({
  filed,
  state,
  words,
}: {
  filed: FiledFileRequest;
  state: LineState;
  words: string;
}) {
  const labels = filed.lines
    .filter((line) => line.state === state)
    .map(({ field }) => familyFields[field].label);
  return labels.length === 0 ? null : <p>{`${words}\u00a0: ${listInWords(labels)}.`}</p>;
}

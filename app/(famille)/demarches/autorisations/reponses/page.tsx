import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ConcernedInscriptions } from "@/components/portal/authorizations/concerned-inscriptions";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { Card } from "@/components/ui/card";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { authorizationName, stateOf } from "@/lib/domain/authorization";
import { questionsOf } from "@/lib/domain/authorization-plan";
import { dayOf } from "@/lib/domain/day";
import { readDraftAnswers } from "@/lib/services/authorizations/draft-answers";
import { readChildAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { CancelAnswers } from "../cancel-form";
import { idParam } from "@/app/params";
import { ofPerson } from "@/lib/domain/name-words";
import { autorisations } from "../demarche";
import { AnswersForm, type Question } from "./form";

type Props = PageProps<"/demarches/autorisations/reponses">;

/** Read once a request, for the title and for the page. */
const read = cache(async (text: string | string[] | undefined) => {
  const { family } = await requireGuardian();
  const childId = idParam(text);
  const today = dayOf(nowMoment());
  const child = childId && (await readChildAuthorizations(family, childId, today));
  if (!child) return null;
  const draft = await readDraftAnswers(family, child.childId);
  return { familyId: family.familyId, child, today, draft };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await read((await searchParams)["enfant"]);
  const name = page ? ` ${ofPerson(page.child.firstName)}` : "";
  return { title: `Étape 1 sur 3\u00a0: autorisations${name}` };
}

export default async function AnswersStep({ searchParams }: Props) {
  const page = await read((await searchParams)["enfant"]);
  if (!page) notFound();
  const { familyId, child, today, draft } = page;
  const questions: Question[] = questionsOf(child, today).flatMap((key) => {
    const type = child.types.find(({ id }) => id === key.typeId);
    if (!type) return [];
    const name = authorizationName(key);
    const states = draft ?? child.states;
    const { label, explanation, required } = type;
    const answer = stateOf(states, key);
    return [{ name, contactId: key.contactId, label, explanation, required, answer }];
  });
  return (
    <DemarcheFrame
      demarche={autorisations}
      step="reponses"
      about={child.firstName}
      query={{ enfant: child.childId }}
      cancel={<CancelAnswers familyId={familyId} childId={child.childId} />}
    >
      <AnswersForm
        // Made anew with what was answered last: on the way back from step 2 the draft has it.
        key={`${familyId} ${JSON.stringify(questions.map(({ name, answer }) => [name, answer]))}`}
        familyId={familyId}
        childId={child.childId}
        groups={[
          {
            title: `Autorisations ${ofPerson(child.firstName)}`,
            questions: questions.filter(({ contactId }) => contactId === null),
          },
          ...child.contacts.map(({ id, name, tie }) => ({
            title: `${name}, ${tie.toLowerCase()}`,
            questions: questions.filter(({ contactId }) => contactId === id),
          })),
        ]}
      >
        <Card title="Inscriptions concernées" titleId="inscriptions">
          <ConcernedInscriptions inscriptions={child.inscriptions} />
        </Card>
      </AnswersForm>
    </DemarcheFrame>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ChangeList } from "@/components/portal/authorizations/change-list";
import { ConcernedInscriptions } from "@/components/portal/authorizations/concerned-inscriptions";
import { DemarcheFrame } from "@/components/portal/demarche/frame";
import { Requester } from "@/components/portal/recap/requester";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { planFor } from "@/lib/domain/authorization-plan";
import { dayOf } from "@/lib/domain/day";
import { readDraftAnswers } from "@/lib/services/authorizations/draft-answers";
import { readFamilyAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { CancelAnswers } from "../cancel-form";
import { idParam } from "@/app/params";
import { ofPerson } from "@/lib/domain/name-words";
import { autorisations } from "../demarche";
import { siblingChoices } from "./sibling-choices";
import { ValidationForm } from "./form";

type Props = PageProps<"/demarches/autorisations/recapitulatif">;

/** Read once a request, for the title and for the page. */
const read = cache(async (text: string | string[] | undefined) => {
  const { actor, family } = await requireGuardian();
  const childId = idParam(text);
  const today = dayOf(nowMoment());
  const children = childId ? await readFamilyAuthorizations(family, today) : [];
  const child = children.find((one) => one.childId === childId);
  if (!child) return null;
  const answers = await readDraftAnswers(family, child.childId);
  return { actor, familyId: family.familyId, child, children, today, answers };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await read((await searchParams)["enfant"]);
  const name = page ? ` ${ofPerson(page.child.firstName)}` : "";
  return { title: `Étape 2 sur 3\u00a0: récapitulatif des autorisations${name}` };
}

export default async function RecapStep({ searchParams }: Props) {
  const page = await read((await searchParams)["enfant"]);
  if (!page) notFound();
  const { actor, familyId, child, children, today, answers } = page;
  const { childId } = child;
  if (!answers) redirect(autorisations.stepHref(`enfants/${childId}`));
  const planned = planFor(children, { childId, siblingIds: [], answers }, today);
  const lines = planned?.plans[0]?.lines ?? [];
  const siblings = siblingChoices(children, { childId, answers }, today);
  const back = autorisations.stepHref("reponses", { enfant: childId });
  return (
    <DemarcheFrame
      demarche={autorisations}
      step="recapitulatif"
      about={child.firstName}
      query={{ enfant: childId }}
      cancel={<CancelAnswers familyId={familyId} childId={childId} />}
      hasOwnWayBack
    >
      {lines.length === 0 ? (
        <EmptyState
          icon="check"
          title="Rien n’a changé"
          action={<ButtonLink href={back}>Retour à l’étape 1</ButtonLink>}
        >
          Vos réponses sont déjà celles que nous avons : il n’y a rien à envoyer.
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <Requester person={actor} />
          <Card title={`La demande pour ${child.firstName}`} titleId="demande">
            <ChangeList changes={lines} />
          </Card>
          <Card title="Inscriptions concernées" titleId="inscriptions">
            <ConcernedInscriptions inscriptions={child.inscriptions} />
          </Card>
          <ValidationForm
            key={familyId}
            familyId={familyId}
            childId={childId}
            shown={planned?.name ?? ""}
            siblings={siblings}
            idempotencyKey={randomUUID()}
            back={back}
          />
        </div>
      )}
    </DemarcheFrame>
  );
}

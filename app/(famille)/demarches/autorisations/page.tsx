import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { requireGuardian } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { plural } from "@/lib/domain/day-words";
import { dayOf } from "@/lib/domain/day";
import { readFamilyAuthorizations } from "@/lib/services/authorizations/read-authorizations";
import { town } from "@/town/town";
import { ofPerson } from "@/lib/domain/name-words";
import { childNote } from "./child-words";
import { autorisations } from "./demarche";

export const metadata: Metadata = { title: autorisations.title };

export default async function AuthorizationsIntroduction() {
  const { family } = await requireGuardian();
  const today = dayOf(nowMoment());
  const children = await readFamilyAuthorizations(family, today);
  return (
    <>
      <PageHeading above={autorisations.category} lead={autorisations.summary}>
        {autorisations.title}
      </PageHeading>
      <p className="mb-4 flex items-center gap-2 font-semibold">
        <Icon name="clock" />
        {`Durée approximative\u00a0: ${plural(autorisations.minutes, "minute", "minutes")} par enfant`}
      </p>
      <h2 className="mb-3">Pour quel enfant ?</h2>
      {children.length === 0 ? (
        <Callout title="Aucun enfant dont vous puissiez voir les autorisations">
          {`Écrivez-nous\u00a0: ${town.department.email}.`}
        </Callout>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {children.map((child) => (
            <li key={child.childId}>
              <Card title={child.firstName} titleId={`enfant-${child.childId}`}>
                <p className="mb-3">{childNote(child, today)}</p>
                <ButtonLink
                  href={autorisations.stepHref(`enfants/${child.childId}`)}
                  iconEnd="arrow-right"
                  aria-label={`Voir les autorisations ${ofPerson(child.firstName)}`}
                >
                  Voir les autorisations
                </ButtonLink>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

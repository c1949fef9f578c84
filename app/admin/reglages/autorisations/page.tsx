import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon, type IconName } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { authorizationSubjectLabel } from "@/lib/domain/authorization-setting";
import { plural } from "@/lib/domain/day-words";
import {
  readAuthorizationList,
  type ListedAuthorization,
} from "@/lib/services/settings/authorization-types";
import { OrderButtons } from "../order-buttons";
import { SettingLine } from "../setting-line";
import { moveAuthorization } from "./actions";
import { ageInWords } from "./words";

export const metadata: Metadata = { title: "Réglages des autorisations" };

/** What families are asked to allow or forbid, in the order in which they read it. */
export default async function AuthorizationSettingsPage({
  searchParams,
}: PageProps<"/admin/reglages/autorisations">) {
  const { agent } = await requirePermission("manage-settings");
  const { types, orderStamp } = await readAuthorizationList(agent);
  const savedId = idParam(textParam(await searchParams, "enregistre"));
  const saved = types.find(({ id }) => id === savedId);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/reglages", label: "Réglages" }]} here="Autorisations" />
      <PageHeading
        lead={
          "Ce que les familles autorisent ou interdisent, dans l’ordre où elles le lisent. Une autorisation qui ne sert plus se désactive\u00a0: ses réponses sont gardées."
        }
        actions={
          <ButtonLink href="/admin/reglages/autorisations/nouveau" icon="plus" wide>
            Ajouter une autorisation
          </ButtonLink>
        }
      >
        Autorisations
      </PageHeading>
      <div className="grid gap-6">
        {saved && (
          <Outcome key={saved.stamp}>
            {`«\u00a0${saved.label}\u00a0» est enregistrée. Les familles le voient dès maintenant.`}
          </Outcome>
        )}
        {types.length === 0 ? (
          <EmptyState icon="check" title="Aucune autorisation n’est demandée">
            {"Ajoutez-en une\u00a0: les familles y répondront pour chaque enfant."}
          </EmptyState>
        ) : (
          <ol className="grid gap-3">
            {types.map((type, i) => (
              <TypeLine key={type.id} type={type}>
                <OrderButtons
                  move={moveAuthorization}
                  id={type.id}
                  label={type.label}
                  place={i + 1}
                  count={types.length}
                  shown={orderStamp}
                  idempotencyKey={randomUUID()}
                />
              </TypeLine>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

function TypeLine({ type, children }: { type: ListedAuthorization; children: ReactNode }) {
  const facts = [
    authorizationSubjectLabel[type.subject],
    ageInWords(type.minimumAge),
    plural(type.answers, "réponse", "réponses"),
  ];
  return (
    <SettingLine
      icon={<Icon name={type.icon as IconName} className="text-brand size-[1.6em]" />}
      href={`/admin/reglages/autorisations/${type.id}`}
      label={type.label}
      badges={
        type.active ? (
          <Badge tone={type.required ? "info" : "neutral"}>
            {type.required ? "Obligatoire" : "Facultative"}
          </Badge>
        ) : (
          <Badge tone="warning">Désactivée</Badge>
        )
      }
      facts={facts}
    >
      {children}
    </SettingLine>
  );
}

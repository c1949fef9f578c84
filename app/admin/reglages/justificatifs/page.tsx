import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { plural } from "@/lib/domain/day-words";
import { documentSubjectLabel } from "@/lib/domain/supporting-document";
import {
  readDocumentTypeList,
  type ListedDocumentType,
} from "@/lib/services/settings/document-types";
import { OrderButtons } from "../order-buttons";
import { SettingLine } from "../setting-line";
import { moveDocumentType } from "./actions";
import { processingLabel, validityRuleInWords } from "./words";

export const metadata: Metadata = { title: "Réglages des justificatifs" };

/** The documents that the town asks for, in the order in which families read them. */
export default async function DocumentTypesPage({
  searchParams,
}: PageProps<"/admin/reglages/justificatifs">) {
  const { agent } = await requirePermission("manage-settings");
  const { types, orderStamp } = await readDocumentTypeList(agent);
  const savedId = idParam(textParam(await searchParams, "enregistre"));
  const saved = types.find(({ id }) => id === savedId);
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/reglages", label: "Réglages" }]} here="Justificatifs" />
      <PageHeading
        lead={
          "Les documents que la commune demande, dans l’ordre où les familles les lisent. Un document qui ne sert plus se désactive\u00a0: ce qui a été donné est gardé."
        }
        actions={
          <ButtonLink href="/admin/reglages/justificatifs/nouveau" icon="plus" wide>
            Ajouter un document
          </ButtonLink>
        }
      >
        Justificatifs
      </PageHeading>
      <div className="grid gap-6">
        {saved && (
          <Outcome key={saved.stamp}>
            {`«\u00a0${saved.label}\u00a0» est enregistré. Les familles le voient dès maintenant.`}
          </Outcome>
        )}
        {types.length === 0 ? (
          <EmptyState icon="document" title="Aucun document n’est demandé">
            {"Ajoutez-en un\u00a0: les familles pourront le donner depuis leur espace."}
          </EmptyState>
        ) : (
          <ol className="grid gap-3">
            {types.map((type, i) => (
              <TypeLine key={type.id} type={type}>
                <OrderButtons
                  move={moveDocumentType}
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

function TypeLine({ type, children }: { type: ListedDocumentType; children: ReactNode }) {
  const { active, required, forLate } = type;
  return (
    <SettingLine
      href={`/admin/reglages/justificatifs/${type.id}`}
      label={type.label}
      badges={
        <>
          {active ? (
            <Badge tone={required ? "info" : "neutral"}>
              {required ? "Demandé à tous" : "Facultatif"}
            </Badge>
          ) : (
            <Badge tone="warning">Désactivé</Badge>
          )}
          {forLate && <Badge icon="clock">Demandes hors délai</Badge>}
        </>
      }
      facts={[
        documentSubjectLabel[type.subject],
        validityRuleInWords(type),
        processingLabel[type.processing],
        plural(type.documents, "document donné", "documents donnés"),
      ]}
    >
      {children}
    </SettingLine>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { requirePermission } from "@/lib/auth";
import { readTemplateList } from "@/lib/services/settings/answer-templates";
import { OrderButtons } from "../order-buttons";
import { SettingLine } from "../setting-line";
import { SettingList } from "../setting-list";
import { moveAnswerTemplate } from "./actions";
import { kindsInWords } from "./words";

export const metadata: Metadata = { title: "Modèles de réponse" };

/** The town's templates of answers, in the order in which agents are offered them. */
export default async function TemplatesPage({
  searchParams,
}: PageProps<"/admin/reglages/reponses">) {
  const { agent } = await requirePermission("manage-settings");
  const { templates, orderStamp } = await readTemplateList(agent);
  return (
    <SettingList
      title="Modèles de réponse"
      lead="Les textes proposés aux agents quand ils refusent une demande, dans cet ordre. L’agent choisit un modèle, puis change ce qu’il veut avant d’envoyer."
      add={{ href: "/admin/reglages/reponses/nouveau", label: "Ajouter un modèle" }}
      query={await searchParams}
      lines={templates.map(({ id, stamp, setting: { name } }) => ({ id, stamp, label: name }))}
      empty={{
        title: "Aucun modèle",
        text: "Ajoutez-en un\u00a0: il sera proposé à côté du motif d’un refus.",
      }}
    >
      <ol className="grid gap-3">
        {templates.map(({ id, setting }, i) => (
          <SettingLine
            key={id}
            href={`/admin/reglages/reponses/${id}`}
            label={setting.name}
            facts={[kindsInWords(setting.kinds)]}
            text={setting.text}
            badges={setting.active ? null : <Badge tone="warning">Archivé</Badge>}
          >
            <OrderButtons
              move={moveAnswerTemplate}
              id={id}
              label={setting.name}
              place={i + 1}
              count={templates.length}
              shown={orderStamp}
              idempotencyKey={randomUUID()}
            />
          </SettingLine>
        ))}
      </ol>
    </SettingList>
  );
}

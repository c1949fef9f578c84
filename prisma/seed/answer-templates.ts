import type { Tx } from "@/lib/commit";
import type { AnswerTemplateSetting } from "@/lib/services/settings/answer-templates";

const templates: readonly Omit<AnswerTemplateSetting, "active">[] = [
  {
    name: "Groupe complet",
    text: "Le groupe est complet ce jour-là\u00a0: nous ne pouvons pas accueillir un enfant de plus. Vous pouvez choisir un autre jour dans votre calendrier.",
    kinds: ["reservations"],
  },
  {
    name: "Délai dépassé",
    text: "Votre demande est arrivée après le délai\u00a0: les repas sont commandés et les équipes prévues. Nous ne pouvons plus changer ce jour.",
    kinds: ["reservations"],
  },
  {
    name: "Document illisible",
    text: "Le document que vous avez envoyé ne se lit pas bien. Envoyez-nous une nouvelle photo, nette et en entier, ou un fichier PDF.",
    kinds: ["supportingDocuments"],
  },
  {
    name: "Justificatif manquant",
    text: "Il nous manque un justificatif pour faire ce changement. Ajoutez-le à vos justificatifs, puis refaites votre demande.",
    kinds: ["reservations", "familyFile"],
  },
];

/** What the demo town's agents start a refusal from. */
export async function writeAnswerTemplates(db: Pick<Tx, "answerTemplate">): Promise<void> {
  await db.answerTemplate.createMany({
    data: templates.map((template, i) => ({
      ...template,
      kinds: [...template.kinds],
      position: i + 1,
      active: true,
    })),
  });
}

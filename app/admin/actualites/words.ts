import type { Day } from "@/lib/domain/day";
import { capital, formatPeriod } from "@/lib/domain/day-words";
import { newsPhase, type NewsAudience, type NewsPhase } from "@/lib/domain/news";
import type { ListedNews } from "@/lib/services/news/manage-news";

export const newsAbove = [{ href: "/admin/actualites", label: "Actualités" }] as const;

export const audienceLabel: Readonly<Record<NewsAudience, string>> = {
  everyone: "Tout le monde, même sans compte",
  families: "Toutes les familles",
  activity: "Les familles d’une activité",
  establishment: "Les familles d’un établissement",
};

const phaseLabel: Readonly<Record<NewsPhase, string>> = {
  coming: "À venir",
  shown: "Affichée",
  over: "Terminée",
};

/** Where it stands, when it is shown and whom it is for. */
export function newsFacts({ setting, place }: ListedNews, today: Day): string[] {
  const { firstDay, lastDay, readers } = setting;
  return [
    `${phaseLabel[newsPhase(setting, today)]} ${formatPeriod({ from: firstDay, to: lastDay })}`,
    audienceInWords(readers.audience, place),
  ];
}

function audienceInWords(audience: NewsAudience, place: string | null): string {
  return place ? `Les familles de «\u00a0${place}\u00a0»` : audienceLabel[audience];
}

/** A piece of news as its form starts from it, and in words. */
export function newsForm({ id, setting, stamp, place }: ListedNews) {
  const { title, text, firstDay, lastDay, readers } = setting;
  return {
    line: { id, shown: stamp },
    initial: {
      title,
      text,
      firstDay,
      lastDay,
      audience: readers.audience,
      activityId: readers.audience === "activity" ? String(readers.activityId) : "",
      establishmentId: readers.audience === "establishment" ? String(readers.establishmentId) : "",
    },
    facts: [
      { term: "Titre", detail: title },
      { term: "Texte", detail: text },
      { term: "Dates", detail: capital(formatPeriod({ from: firstDay, to: lastDay })) },
      { term: "Pour", detail: audienceInWords(readers.audience, place) },
    ],
  };
}

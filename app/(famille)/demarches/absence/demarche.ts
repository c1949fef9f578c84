import { defineDemarche } from "@/lib/demarche";

export const absence = defineDemarche({
  slug: "absence",
  title: "Absence demain",
  verb: "Signaler une absence",
  category: "Enfance",
  minutes: 1,
  summary:
    "Votre enfant ne viendra pas demain ou dans les jours qui viennent : prévenez les services en une fois, pour tous vos enfants.",
  icon: "clock",
  steps: [{ slug: "absence", title: "Absence" }],
});

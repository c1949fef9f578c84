import { defineDemarche } from "@/lib/demarche";

export const tariffs = defineDemarche({
  slug: "tarifs",
  title: "Consultation des tarifs",
  verb: "Calculer mes tarifs",
  category: "Enfance",
  minutes: 2,
  summary:
    "Ce que coûte chaque activité pour votre famille, et pourquoi. Vous pouvez essayer une autre situation.",
  icon: "euro",
  steps: [
    { slug: "service", title: "Service et tarif" },
    { slug: "situation", title: "Votre situation" },
    { slug: "resultats", title: "Résultats" },
  ],
});

import { defineDemarche } from "@/lib/demarche";

export const reservations = defineDemarche({
  slug: "reservations",
  title: "Réservation multi-activités",
  verb: "Réserver",
  category: "Enfance",
  minutes: 5,
  summary:
    "Cantine, accueil du matin et du soir, études, mercredis et vacances : tous vos enfants et toutes leurs activités en une fois.",
  icon: "calendar",
  steps: [
    { slug: "inscriptions", title: "Choix des inscriptions" },
    { slug: "calendrier", title: "Calendrier" },
    { slug: "recapitulatif", title: "Récapitulatif" },
    { slug: "confirmation", title: "Confirmation" },
  ],
});

import { defineDemarche } from "@/lib/demarche";
import { authorizationsDemarche } from "@/lib/services/authorizations/demarche-slug";

export const autorisations = defineDemarche({
  slug: authorizationsDemarche,
  title: "Mise à jour des autorisations",
  verb: "Mettre à jour",
  category: "Enfance",
  minutes: 2,
  summary:
    "Sortir seul, être photographié, être conduit à l’hôpital, qui peut venir chercher l’enfant : dites ce que vous autorisez.",
  icon: "success",
  steps: [
    { slug: "reponses", title: "Autorisations et interdictions" },
    { slug: "recapitulatif", title: "Récapitulatif" },
    { slug: "confirmation", title: "Confirmation" },
  ],
});

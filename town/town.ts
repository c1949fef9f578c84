import { live } from "@/town/live";
import { defineTown } from "@/town/schema";

/**
 * Everything that is particular to one town. Its name, its portal's, its site and its department are what a
 * first start says: once saved by screens (_Réglages, Nom et coordonnées_), the database counts. Clairval-sur-Orge is invented, and so are its addresses
 * (.example) and its telephone numbers (the range kept for fiction).
 */
export const firstTown = defineTown({
  name: "Clairval-sur-Orge",
  ofName: "de Clairval-sur-Orge",
  portalName: "Espace familles",
  logo: { src: "/ville/logo.svg", width: 44, height: 48 },
  site: { url: "https://www.clairval.example", label: "Site de la ville" },
  schoolZone: "C",
  localHolidays: "none",
  colours: {
    light: {
      brand: "#1c5b4a",
      onBrand: "#ffffff",
      brandSoft: "#dcebe3",
      band: "#184c3e",
      onBand: "#fbf7ee",
    },
    dark: {
      brand: "#8ed3b6",
      onBrand: "#0c2219",
      brandSoft: "#21443a",
      band: "#123a30",
      onBand: "#f4f0e4",
    },
  },
  department: {
    name: "Service éducation",
    email: "education@clairval.example",
    phone: "01 99 00 14 20",
    address: ["Hôtel de ville", "1 place du Lavoir", "Clairval-sur-Orge"],
    openingHours: [
      {
        days: "Du lundi au mercredi, et le vendredi",
        hours: "8\u00a0h\u00a030 – 12\u00a0h et 13\u00a0h\u00a030 – 17\u00a0h\u00a030",
      },
      { days: "Jeudi", hours: "13\u00a0h\u00a030 – 19\u00a0h" },
      { days: "Samedi", hours: "9\u00a0h – 12\u00a0h, hors vacances scolaires" },
    ],
  },
  authorizations: { confirmEachYearFrom: "09-01" },
  contacts: { minimumAge: 16 },
  supportingDocuments: { largestFile: 10_000_000, remindDaysBefore: 30 },
  secondFactor: { graceDays: 14 },
  mail: { senderName: "Espace familles de Clairval-sur-Orge" },
  legal: {
    authority: "Commune de Clairval-sur-Orge",
    address: ["Hôtel de ville", "1 place du Lavoir", "Clairval-sur-Orge"],
    phone: "01 99 00 14 00",
    publicationDirector: "Le maire de Clairval-sur-Orge",
    host: {
      name: "Hébergeur de démonstration",
      address: ["12 rue des Marronniers", "Clairval-sur-Orge"],
      phone: "01 99 00 14 99",
    },
    dataProtectionEmail: "donnees@clairval.example",
  },
  retention: {
    familyFile: "jusqu’à deux ans après la dernière inscription d’un enfant de la famille",
    reservations: "cinq ans après la fin de l’année scolaire, pour les comptes de la commune",
    requests: "cinq ans après la fin de l’année scolaire",
    account: "jusqu’à deux ans sans connexion, ou jusqu’à ce que vous demandiez sa fermeture",
    journal: "trois ans",
  },
  accessibility: {
    status: "non conforme",
    declaredOn: "2026-11-22",
    audit: null,
    knownGaps: [
      "Aucune personne handicapée n’a encore essayé le portail avec ses propres outils.",
      "Dans le calendrier, une longue période affichée en entier se parcourt plus lentement avec un lecteur d’écran que la vue par semaine.",
      "Les documents d’autres organismes vers lesquels un lien peut conduire n’ont pas été vérifiés.",
    ],
    email: "education@clairval.example",
  },
});

/** The town as it stands. */
export const town = live(firstTown);

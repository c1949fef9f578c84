import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { pricesChanged, type PricesChanged } from "@/lib/emails/prices-changed";

const corrected: PricesChanged = {
  to: "madelaine@exemple.fr",
  replyTo: "education@clairval.example",
  firstName: "Madelaine",
  reason: {
    kind: "newQuotient",
    what: "corrected",
    from: day("2026-01-01"),
    why: "Erreur de saisie.",
  },
  children: [
    {
      name: "Lucas",
      activities: [
        { label: "Restauration scolaire", places: 12, before: cents(3_948), after: cents(2_496) },
        { label: "Centre de loisirs", places: 0, before: cents(105), after: cents(103) },
      ],
    },
    {
      name: null,
      activities: [{ label: "Études", places: 1, before: cents(200), after: cents(150) }],
    },
  ],
  since: day("2026-03-01"),
  url: "https://portail.example/",
  town: "Espace familles de Clairval-sur-Orge",
};

const textOf = (its: PricesChanged) => pricesChanged(its).text.replace(/[\u00a0\u202f]/g, " ");

test("why, each child and activity before and after, and all of it", () => {
  expect(textOf(corrected).split("\n")).toEqual([
    "Bonjour Madelaine,",
    "",
    "Le service a corrigé votre situation (quotient familial) qui vaut à partir du 1er janv. 2026. Motif : Erreur de saisie.",
    "",
    "Le prix de vos réservations déjà faites suit ce changement.",
    "",
    "Lucas",
    "  Restauration scolaire, 12 réservations : 39,48 € avant, 24,96 € maintenant",
    "  Centre de loisirs, frais : 1,05 € avant, 1,03 € maintenant",
    "",
    "Un enfant de la famille",
    "  Études, 1 réservation : 2,00 € avant, 1,50 € maintenant",
    "",
    "En tout : 42,53 € avant, 27,49 € maintenant, soit −15,04 €.",
    "",
    "Les jours d’avant le 1er mars 2026 gardent leur prix.",
    "",
    "Voir ce que coûtent les prochains mois :",
    "https://portail.example/",
    "",
    "Espace familles de Clairval-sur-Orge",
    "",
  ]);
});

test("a tariff to come says its first day, and no billed days", () => {
  const reason = { kind: "newTariff", name: "Tarifs 2027", from: day("2027-01-01") } as const;
  const text = textOf({ ...corrected, reason });
  expect(text).toContain("Les prix de « Tarifs 2027 » s’appliquent à partir du 1er janv. 2027.");
  expect(text).not.toContain("gardent leur prix");
});

test("a category names its child, or none whom the family may no longer see", () => {
  const reason = { kind: "newCategory", childName: "Lucas", label: "Élève PAI" } as const;
  expect(textOf({ ...corrected, reason })).toContain(
    "La catégorie de tarif de Lucas est maintenant « Élève PAI ».",
  );
  expect(textOf({ ...corrected, reason: { ...reason, childName: null } })).toContain(
    "La catégorie de tarif d’un enfant est maintenant « Élève PAI ».",
  );
});

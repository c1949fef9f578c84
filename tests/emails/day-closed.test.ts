import { day } from "@/lib/domain/day";
import { cents } from "@/lib/domain/money";
import { dayClosed, type DayClosed } from "@/lib/emails/day-closed";
import { dayReopened } from "@/lib/emails/day-reopened";

const thursday = day("2026-12-03");
const canteen = "Restauration Scolaire";
const closed: DayClosed = {
  to: "madelaine@exemple.fr",
  firstName: "Madelaine",
  replyTo: "education@clairval.example",
  period: { from: thursday, to: thursday },
  reason: "Grève du personnel",
  children: [
    {
      firstName: "Léo",
      places: [
        { day: thursday, activityLabel: canteen, unitLabel: "Repas" },
        { day: thursday, activityLabel: "Etudes Surveillées", unitLabel: "Études" },
      ],
    },
    {
      firstName: "Lucas",
      places: [{ day: thursday, activityLabel: canteen, unitLabel: "Repas" }],
    },
  ],
  amount: cents(850),
  requests: [],
  url: "https://portail.example/demandes",
  town: "Espace familles de Clairval-sur-Orge",
};

test("one e-mail for all the children: days, units, and what is given back", () => {
  expect(dayClosed(closed)).toMatchObject({
    to: "madelaine@exemple.fr",
    replyTo: "education@clairval.example",
    subject: "Fermé le 3 déc. 2026\u00a0: Grève du personnel",
    text: [
      "Bonjour Madelaine,",
      "Nous ne pourrons pas accueillir votre enfant comme prévu. Motif\u00a0: Grève du personnel. Ces réservations sont annulées, vous n’avez rien à faire\u00a0:",
      `Léo\n  ${canteen}\u00a0: Repas, jeudi 3 décembre 2026\n  Etudes Surveillées\u00a0: Études, jeudi 3 décembre 2026`,
      `Lucas\n  ${canteen}\u00a0: Repas, jeudi 3 décembre 2026`,
      "Aucun de ces jours ne vous est facturé\u00a0: 8,50\u00a0€ de moins sur vos factures.",
      "Voir mes demandes\u00a0:\nhttps://portail.example/demandes",
      "Espace familles de Clairval-sur-Orge\n",
    ].join("\n\n"),
  });
});

test("what waited is named; a reason is letters in HTML too", () => {
  const { text, html } = dayClosed({
    ...closed,
    reason: "Panne <gaz>",
    amount: cents(0),
    requests: [12, 14],
  });
  expect(text).toContain(
    "Vos demandes n°\u00a012 et n°\u00a014 attendaient une réponse pour ces jours\u00a0: ces dates sont classées sans suite.",
  );
  expect(text).toContain("Aucun de ces jours ne vous est facturé.");
  expect(html).toContain("Panne &lt;gaz&gt;");
});

test("open after all: the same days, at the same price, and what was left as it is", () => {
  const { subject, text } = dayReopened({ ...closed, leftAsChanged: true });
  expect(subject).toBe("Finalement ouvert le 3 déc. 2026");
  expect(text).toContain("vos réservations sont rétablies, au même prix.");
  expect(text).toContain("Sur vos factures\u00a0: 8,50\u00a0€, comme avant la fermeture.");
  expect(text).toContain("reste comme il est");
  expect(dayReopened({ ...closed, leftAsChanged: false }).text).not.toContain("reste comme il est");
});

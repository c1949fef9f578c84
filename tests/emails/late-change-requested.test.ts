import { day } from "@/lib/domain/day";
import { cents, NOTHING } from "@/lib/domain/money";
import { lateChangeRequested, type LateChangeMessage } from "@/lib/emails/late-change-requested";

const asked: LateChangeMessage = {
  to: "madelaine@exemple.fr",
  firstName: "Madelaine",
  requests: [
    {
      number: 66834,
      childName: "Lucas",
      activityLabel: "Accueil pré et post scolaire",
      establishmentLabel: "Maternelle Jacques Prévert",
      departmentName: "Service éducation",
      departmentEmail: "education@clairval.example",
      places: [{ day: day("2026-11-23"), unitLabel: "Accueil soir" }],
    },
  ],
  change: "add",
  reason: "Réunion <tardive>",
  quote: { amount: cents(169), usual: cents(141), fees: NOTHING, count: 1, unpriced: 0 },
  url: "https://portail.example/demandes/66834",
  town: "Espace familles de Clairval-sur-Orge",
};

test("an addition: examined, what it would cost, the number, and the way back to the service", () => {
  const message = lateChangeRequested(asked);
  expect(message).toMatchObject({
    to: "madelaine@exemple.fr",
    replyTo: "education@clairval.example",
    subject: "Demande n°\u00a066834\u00a0: ajout hors délai, à l’étude",
  });
  expect(message.text).toContain("Service éducation examine votre demande");
  expect(message.text).toContain("Ajout demandé\u00a0: Accueil soir, lundi 23 novembre 2026");
  expect(message.text).toContain("Votre motif\u00a0: Réunion <tardive>");
  expect(message.text).toContain("coûtera 1,69\u00a0€ au lieu de 1,41\u00a0€.");
  expect(message.text).toContain("la place n’est pas acquise");
  expect(message.text).toContain("https://portail.example/demandes/66834");
  expect(message.html).toContain("Réunion &lt;tardive&gt;");
});

test("a cancellation: the child stays expected; nothing of prices in a town without tariffs", () => {
  const message = lateChangeRequested({ ...asked, change: "remove", quote: null });
  expect(message.subject).toBe("Demande n°\u00a066834\u00a0: annulation hors délai, à l’étude");
  expect(message.text).toContain("votre enfant reste attendu");
  expect(message.text).not.toContain("€");
});

test("several: all their numbers and dates in one message, to all the departments that answer", () => {
  const [first] = asked.requests;
  if (!first) throw new Error("No request");
  const centre = {
    ...first,
    number: 66835,
    departmentName: "Service jeunesse",
    departmentEmail: "jeunesse@clairval.example",
    places: [
      { day: day("2026-11-25"), unitLabel: "Matin" },
      { day: day("2026-11-26"), unitLabel: "Matin" },
    ],
  };
  const message = lateChangeRequested({ ...asked, change: "remove", requests: [first, centre] });
  expect(message.subject).toBe(
    "Demandes n°\u00a066834 et n°\u00a066835\u00a0: annulation hors délai, à l’étude",
  );
  expect(message.text).toContain("Vous avez demandé 3 annulations hors délai.");
  expect(message.text).toContain("Service éducation et Service jeunesse examinent vos demandes");
  expect(message.text).toContain("Matin, mercredi 25 novembre 2026");
  expect(message.text).toContain("jeunesse@clairval.example");
});

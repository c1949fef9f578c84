import { requestDecided, type DecidedRequest } from "@/lib/emails/request-decided";
import { cents } from "@/lib/domain/money";
import { requestWithdrawn } from "@/lib/emails/request-withdrawn";

const accepted: DecidedRequest = {
  to: "madelaine@exemple.fr",
  firstName: "Madelaine",
  number: 66837,
  childName: "Lucas",
  activityLabel: "Centre de Loisirs Mercredis",
  establishmentLabel: "Centre de Loisirs Jacques Prévert",
  departmentName: "Service éducation",
  departmentEmail: "education@clairval.example",
  state: "accepted",
  decision: "accept",
  late: null,
  count: 36,
  refused: { count: 0, sentences: [] },
  left: 0,
  sentences: ["Journée, ajout\u00a0: tous les mercredis\u00a0: 36 journées"],
  reason: null,
  url: "https://portail.example/demandes/66837",
  town: "Espace familles de Clairval-sur-Orge",
};

test("lines of the agent's message stay lines, in the HTML too", () => {
  const reason = "Bonjour,\nle centre est complet.\r\n<b>Essayez</b> en janvier.";
  const { text, html } = requestDecided({ ...accepted, decision: "refuse", reason });
  expect(text).toContain("Bonjour,\nle centre est complet.");
  expect(html).toContain(
    "Bonjour,<br>le centre est complet.<br>&lt;b&gt;Essayez&lt;/b&gt; en janvier.",
  );
});

test("accepted: the state in the subject, the dates in words, the way to the request", () => {
  expect(requestDecided(accepted)).toMatchObject({
    to: "madelaine@exemple.fr",
    replyTo: "education@clairval.example",
    subject: "Demande n°\u00a066837\u00a0: traitée positivement",
    text: [
      "Bonjour Madelaine,",
      "Le service éducation a examiné votre demande n°\u00a066837\u00a0: 36 dates acceptées.",
      "Demande n°\u00a066837 – Lucas – Centre de Loisirs Mercredis\n  État\u00a0: Traitée positivement\n  Établissement\u00a0: Centre de Loisirs Jacques Prévert",
      "Dates acceptées\u00a0:\n- Journée, ajout\u00a0: tous les mercredis\u00a0: 36 journées",
      "Voir ma demande\u00a0:\nhttps://portail.example/demandes/66837",
      "Une question\u00a0? Répondez à ce courriel, ou écrivez à education@clairval.example.",
      "Service éducation, Espace familles de Clairval-sur-Orge\n",
    ].join("\n\n"),
  });
});

test("refused in part: what waits, and the reason, whose letters are letters in HTML too", () => {
  const message = requestDecided({
    ...accepted,
    decision: "refuse",
    state: "pending",
    count: 2,
    left: 1,
    reason: "Complet <b>ce jour</b>",
  });
  expect(message.subject).toBe("Demande n°\u00a066837\u00a0: 2 dates refusées");
  expect(message.text).toContain("2 dates refusées. 1 date reste à examiner.");
  expect(message.text).toContain("Motif donné par le service\u00a0: Complet <b>ce jour</b>");
  expect(message.html).toContain("Complet &lt;b&gt;ce jour&lt;/b&gt;");
  expect(message.html).not.toContain("<b>ce jour");
});

test("withdrawn: who did it, and what no longer waits", () => {
  const message = requestWithdrawn({ ...accepted, state: "withdrawn", by: "Thomas Dupont" });
  expect(message.subject).toBe("Demande n°\u00a066837\u00a0: retirée");
  expect(message.replyTo).toBe("education@clairval.example");
  expect(message.text).toContain(
    "Thomas Dupont a retiré la demande n°\u00a066837\u00a0: 36 dates n’attendent plus la réponse du service.",
  );
  expect(message.text).toContain("https://portail.example/demandes/66837");
});

describe("past the cut-off", () => {
  const late = (
    decision: "accept" | "refuse",
    change: "add" | "remove",
    amount: number | null,
  ): DecidedRequest => ({
    ...accepted,
    decision,
    count: 1,
    state: decision === "accept" ? "accepted" : "refused",
    late: { change, amount: amount === null ? null : cents(amount) },
  });

  test.each([
    ["accept", "add", 169, "ajout hors délai accepté", "accepté. Prix\u00a0: 1,69\u00a0€."],
    ["refuse", "add", 169, "ajout hors délai refusé", "refusé."],
    ["accept", "remove", -208, "motif reconnu, rien n’est dû", "rien n’est dû."],
    [
      "refuse",
      "remove",
      -208,
      "motif non reconnu, la prestation reste due",
      "la prestation reste due. 2,08\u00a0€ restent dus.",
    ],
    [
      "refuse",
      "remove",
      null,
      "motif non reconnu, la prestation reste due",
      "la prestation reste due.",
    ],
  ] as const)("%s, %s, %s", (decision, change, amount, verdict, told) => {
    const { subject, text } = requestDecided(late(decision, change, amount));
    expect(subject).toBe(`Demande n°\u00a066837\u00a0: ${verdict}`);
    expect(text).toContain(`${told}\n`);
  });
});

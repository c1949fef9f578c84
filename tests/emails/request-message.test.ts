import { messageToFamily, messageToService } from "@/lib/emails/request-message";

const written = {
  number: 66837,
  title: "Léo – Restauration scolaire",
  text: "Bonjour,\nil manque <b>la page 2</b>.",
  url: "https://portail.example/demandes/66837",
  departmentName: "Service éducation",
  town: "Espace familles de Clairval-sur-Orge",
};

test("to the family: who writes, about what, the message in its lines, and where to answer", () => {
  const email = messageToFamily({ ...written, to: "madelaine@exemple.fr", firstName: "Madelaine" });
  expect(email).toMatchObject({
    to: "madelaine@exemple.fr",
    replyTo: null,
    subject: "Demande n°\u00a066837\u00a0: un message du service",
    text: [
      "Bonjour Madelaine,",
      "Le service éducation vous écrit au sujet de votre demande n°\u00a066837 (Léo – Restauration scolaire)\u00a0:",
      "Bonjour,\nil manque <b>la page 2</b>.",
      "Lire et répondre\u00a0:\nhttps://portail.example/demandes/66837",
      "Service éducation, Espace familles de Clairval-sur-Orge\n",
    ].join("\n\n"),
  });
  expect(email.html).toContain("Bonjour,<br>il manque &lt;b&gt;la page 2&lt;/b&gt;.");
});

test("to the department: who of the family writes, and the agents' page of the request", () => {
  const email = messageToService({
    ...written,
    to: "education@clairval.example",
    by: "Madelaine Dupont",
    url: "https://portail.example/admin/demandes/66837",
  });
  expect(email).toMatchObject({
    to: "education@clairval.example",
    subject: "Demande n°\u00a066837\u00a0: un message de Madelaine Dupont",
  });
  expect(email.text).toContain(
    "Madelaine Dupont écrit au sujet de la demande n°\u00a066837 (Léo – Restauration scolaire)\u00a0:",
  );
  expect(email.text).toContain("https://portail.example/admin/demandes/66837");
});

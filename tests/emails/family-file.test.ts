import {
  emailChangeAsked,
  emailChanged,
  emailChangeImpossible,
  emailChangeLink,
} from "@/lib/emails/email-change";
import { familyFileChanged } from "@/lib/emails/family-file-changed";
import { familyFileTakenBack } from "@/lib/emails/family-file-taken-back";

const request = {
  to: "madelaine@exemple.fr",
  firstName: "Madelaine",
  number: 66900,
  title: "Léo Dupont – Dossier",
  state: "pending",
  departmentName: "Service éducation",
  departmentEmail: "education@clairval.example",
  url: "https://portail.example/demandes/66900",
  town: "Espace familles",
} as const;

test("what was changed: what counts, what waits, and the way to the request", () => {
  const message = familyFileChanged({
    ...request,
    applied: ["Classe\u00a0: CP, devient CE1"],
    waiting: ["École\u00a0: Prévert, devient <Lacore>"],
  });
  expect(message).toMatchObject({
    subject: "Demande n°\u00a066900\u00a0: bien reçue",
    replyTo: "education@clairval.example",
  });
  expect(message.text).toContain("C’est enregistré\u00a0:\n- Classe\u00a0: CP, devient CE1");
  expect(message.text).toContain("Le service le vérifie d’abord\u00a0:\n- École");
  expect(message.text).toContain(request.url);
  expect(message.html).toContain("devient &lt;Lacore&gt;");
  const done = familyFileChanged({ ...request, applied: ["Classe"], waiting: [] });
  expect(done.subject).toBe("Demande n°\u00a066900\u00a0: votre dossier est à jour");
  expect(done.text).not.toContain("vérifie");
});

test("what was taken back: by whom, and what replaces it", () => {
  const lines = ["École"];
  const replaced = familyFileTakenBack({
    ...request,
    by: "Sonia Martin",
    replacedBy: 66901,
    lines,
  });
  expect(replaced.subject).toBe("Demande n°\u00a066900\u00a0: remplacée");
  expect(replaced.text).toContain("Sonia Martin a envoyé la demande n°\u00a066901");
  const dropped = familyFileTakenBack({ ...request, by: "Thomas Dupont", replacedBy: null, lines });
  expect(dropped.subject).toBe("Demande n°\u00a066900\u00a0: retirée");
  expect(dropped.text).toContain("Thomas Dupont a retiré de la demande n°\u00a066900");
});

test("another address: the link goes to the new one alone", () => {
  const person = { firstName: "Madelaine", town: "Espace familles" };
  const department = "education@clairval.example";
  const url = "https://portail.example/famille/adresse-electronique/abc-_123";
  const link = emailChangeLink({ ...person, to: "nouvelle@exemple.fr", url });
  expect(link.text).toContain(`\n${url}\n`);
  expect(link.text).toContain("24\u00a0heures");
  const others = [
    emailChangeAsked({ ...person, to: "ancienne@exemple.fr", department }),
    emailChangeImpossible({ to: "prise@exemple.fr", town: person.town }),
    emailChanged({ ...person, to: "ancienne@exemple.fr", department, number: 66900 }),
  ];
  for (const message of others) {
    expect(message.text).not.toContain("abc-_123");
    expect(message.text).not.toContain("nouvelle@exemple.fr");
  }
  expect(others[1]?.text).not.toContain("Madelaine");
});

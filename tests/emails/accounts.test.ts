import { activationEmail } from "@/lib/emails/account-activation";
import { composeEmail } from "@/lib/emails/layout";
import { passwordResetEmail } from "@/lib/emails/password-reset";
import { signInLinkEmail } from "@/lib/emails/sign-in-link";

const props = {
  to: "madelaine@exemple.fr",
  firstName: "Madelaine",
  url: "https://famille.example/lien/abc-_123",
  town: "Espace familles de Clairval-sur-Orge",
};

test.each([
  ["activation", activationEmail(props), "7\u00a0jours"],
  ["reset", passwordResetEmail(props), "une heure"],
  ["sign-in", signInLinkEmail(props), "15\u00a0minutes"],
])("%s: the link and how long it works, in both versions", (_name, message, duration) => {
  expect(message.to).toBe("madelaine@exemple.fr");
  expect(message.text).toContain(`\n${props.url}\n`);
  expect(message.html).toContain(`href="${props.url}"`);
  for (const version of [message.text, message.html]) {
    expect(version).toContain("Bonjour Madelaine,");
    expect(version).toContain(duration);
  }
});

test("says the same in text and in HTML, and escapes what people are called", () => {
  const message = composeEmail({
    to: "a@exemple.fr",
    replyTo: "restauration@clairval.example",
    subject: "Tom & <Léa>",
    greeting: "Bonjour <script>alert(1)</script>,",
    blocks: [
      { kind: "text", text: "Une phrase." },
      { kind: "list", title: "Deux dates", items: ["mardi", '"jeudi"'] },
      { kind: "facts", title: "Cantine", facts: [["Demande", "n° 12"]] },
      { kind: "link", label: "Voir", url: "https://famille.example/?a=1&b=2" },
    ],
    signature: "La ville",
  });
  expect(message.text).toBe(
    [
      "Bonjour <script>alert(1)</script>,",
      "Une phrase.",
      'Deux dates\n- mardi\n- "jeudi"',
      "Cantine\n  Demande\u00a0: n° 12",
      "Voir\u00a0:\nhttps://famille.example/?a=1&b=2",
      "La ville\n",
    ].join("\n\n"),
  );
  expect(message.html).toContain("<title>Tom &amp; &lt;Léa&gt;</title>");
  expect(message.html).toContain('href="https://famille.example/?a=1&amp;b=2"');
  expect(message.html).not.toContain("<script");
  expect(message.html).toContain('lang="fr"');
  expect(message.replyTo).toBe("restauration@clairval.example");
});

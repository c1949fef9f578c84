import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { formatMoment } from "@/lib/domain/day-words";
import { momentOfInstant } from "@/lib/domain/day";
import { env } from "@/lib/env";
import { latestEmails, type StoredEmail } from "@/lib/services/operational/outbox";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Boîte d’envoi", robots: { index: false } };

const SHOWN = 50;

const STATE: Record<StoredEmail["state"], string> = {
  waiting: "en attente",
  sent: "envoyé",
  failed: "échec",
};

/** For developers: what the portal would have sent. It does not exist in production. */
export default async function OutboxPage() {
  if (env.APP_MODE === "production") notFound();
  const emails = await latestEmails(SHOWN);
  return (
    <div className="mx-auto max-w-4xl p-4">
      <PageHeading
        lead={`Les ${SHOWN}\u00a0derniers courriels, pour les développeurs. Rien ne part sans clé d’envoi.`}
      >
        Boîte d’envoi
      </PageHeading>
      {emails.length === 0 ? <EmptyState title="Aucun courriel pour le moment" /> : null}
      <ul className="grid gap-4">
        {emails.map((email) => (
          <li key={email.id} className="border-line bg-card rounded-xl border p-4">
            <OneEmail email={email} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneEmail({ email }: { email: StoredEmail }) {
  return (
    <>
      <h2 className="text-lg">{email.subject}</h2>
      <p className="text-muted">
        À {email.to}
        {email.replyTo ? `, réponse à ${email.replyTo}` : ""}, le{" "}
        {formatMoment(momentOfInstant(email.createdAt))} ({STATE[email.state]})
      </p>
      <details className="mt-2">
        <summary className="cursor-pointer py-2 font-semibold">Texte</summary>
        <pre className="font-sans wrap-anywhere whitespace-pre-wrap">{email.text}</pre>
      </details>
      <details className="mt-2">
        <summary className="cursor-pointer py-2 font-semibold">Aperçu</summary>
        <iframe
          sandbox=""
          srcDoc={email.html}
          title={`Aperçu\u00a0: ${email.subject}`}
          className="h-128 w-full rounded-lg bg-white"
        />
      </details>
    </>
  );
}

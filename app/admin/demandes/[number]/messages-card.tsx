"use client";

import { MessageList, type MessageFacts } from "@/components/portal/requests/message-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { noFields, useSentForm } from "@/app/use-sent-form";
import { settle, writeMessage } from "../actions";

const TEXT = "text";

/** What the family and the service wrote about a request, and, for who may answer it, what to write. */
export function MessagesCard({
  messages,
  written,
  mayWrite,
  sent,
  keys,
}: {
  messages: readonly MessageFacts[];
  /** What was just written here: the next one starts empty. What arrives meanwhile empties nothing. */
  written: string;
  mayWrite: boolean;
  /** What both forms send: the request and the query of the list from which one came. */
  sent: { readonly number: number; readonly list: string };
  /** Of the message and of "needs no answer". */
  keys: readonly [string, string];
}) {
  const seen = messages.at(-1)?.id ?? 0;
  return (
    <Card title="Messages avec la famille" titleId="les-messages">
      {messages.length === 0 ? (
        <p className="text-muted text-sm">Aucun message sur cette demande.</p>
      ) : (
        <MessageList messages={messages} />
      )}
      {mayWrite && (
        <div className="no-print mt-4 grid gap-4">
          {messages.some(({ waits }) => waits) && (
            <SettleForm sent={{ ...sent, seen, idempotencyKey: keys[1] }} />
          )}
          <MessageForm key={written} sent={{ ...sent, seen, idempotencyKey: keys[0] }} />
        </div>
      )}
    </Card>
  );
}

type Sent = Readonly<Record<string, string | number>>;

function MessageForm({ sent }: { sent: Sent }) {
  const form = useSentForm(writeMessage, noFields, TEXT);
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="grid gap-4">
      <ErrorSummary errors={form.problems} title="Le message n’est pas envoyé" />
      <Hidden sent={sent} />
      <TextAreaField
        name={TEXT}
        id="message"
        label="Écrire à la famille"
        hint={
          "Elle le reçoit par courriel, et répond sur la page de sa demande. 2\u00a0000\u00a0caractères au plus."
        }
        rows={4}
        defaultValue={form.givenBack[TEXT] ?? ""}
        error={form.messageOf(TEXT)}
      />
      <div>
        <Button type="submit" variant="secondary" icon="mail" wide busy={form.pending}>
          Envoyer le message
        </Button>
      </div>
    </form>
  );
}

function SettleForm({ sent }: { sent: Sent }) {
  const form = useSentForm(settle, noFields, "les-messages");
  return (
    <form action={form.send} className="grid gap-4">
      <ErrorSummary errors={form.problems} title="Rien n’est changé" />
      <Hidden sent={sent} />
      <div>
        <SubmitButton variant="secondary" icon="check" wide>
          Pas de réponse nécessaire
        </SubmitButton>
      </div>
    </form>
  );
}

function Hidden({ sent }: { sent: Sent }) {
  return Object.entries(sent).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

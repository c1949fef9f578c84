"use client";

import { FamilyField } from "@/components/portal/family/family-shown";
import { MessageList, type MessageFacts } from "@/components/portal/requests/message-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import { useSentForm } from "@/app/use-sent-form";
import { writeMessage } from "../actions";

const TEXT = "text";

/** A home that another tab has left is told so here: the page is not drawn again for the other one. */
const stays = { "other-family": TEXT };

/** What the family and the service wrote about a request, and what to write. */
export function MessagesCard({
  messages,
  written,
  ...sent
}: {
  messages: readonly MessageFacts[];
  /** What was just written here: the next one starts empty. What arrives meanwhile empties nothing. */
  written: number | null;
  familyId: number;
  number: number;
  idempotencyKey: string;
}) {
  return (
    <Card title="Messages avec le service" titleId="les-messages">
      {messages.length > 0 && <MessageList messages={messages} />}
      <MessageForm key={written} {...sent} />
    </Card>
  );
}

function MessageForm({
  familyId,
  number,
  idempotencyKey,
}: {
  familyId: number;
  number: number;
  idempotencyKey: string;
}) {
  const form = useSentForm(writeMessage, stays, TEXT);
  return (
    <form action={form.send} onSubmit={form.submit} noValidate className="no-print mt-3 grid gap-4">
      <ErrorSummary errors={form.problems} title="Votre message n’est pas envoyé" />
      <FamilyField familyId={familyId} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextAreaField
        name={TEXT}
        label="Écrire au service"
        hint={
          "Une question ou une précision sur cette demande, en 2\u00a0000\u00a0caractères au plus. La réponse arrive ici et par courriel."
        }
        rows={3}
        defaultValue={form.givenBack[TEXT] ?? ""}
        error={form.messageOf(TEXT)}
      />
      <div>
        <Button type="submit" variant="secondary" icon="mail" wide busy={form.pending}>
          Envoyer mon message
        </Button>
      </div>
    </form>
  );
}

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { REASON_LENGTH, withTemplate } from "@/lib/domain/answer-template";
import type { OfferedTemplate } from "@/lib/services/settings/answer-templates";
import { TemplateChoice } from "./template-choice";

export const REASON = "reason";

/** What became of a template that an agent took. */
function takenInWords(name: string, filled: string, isNew: boolean): string {
  const where = isNew ? "est dans le motif" : "est déjà dans le motif";
  const long =
    filled.length > REASON_LENGTH.most
      ? ` Le motif fait ${filled.length}\u00a0caractères\u00a0: raccourcissez-le à ${REASON_LENGTH.most}.`
      : "";
  return `«\u00a0${name}\u00a0» ${where}.${long}`;
}

/** The two answers, and the reason of a refusal, which is kept where something is wrong. */
export function AnswerFields({
  words,
  reason: typed,
  error,
  busy,
  templates,
}: {
  words: {
    readonly accept: string;
    readonly refuse: string;
    /** One answer for all of it; null where the choice is one of two. */
    readonly both?: string | null;
    readonly reason: string;
  };
  /** What was typed before. */
  reason: string;
  error: string | undefined;
  busy: boolean;
  templates: readonly OfferedTemplate[];
}) {
  const [reason, setReason] = useState(typed);
  const [said, setSaid] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const take = ({ name, text }: OfferedTemplate) => {
    const filled = withTemplate(reason, text);
    setSaid(takenInWords(name, filled, filled !== reason));
    setReason(filled);
    area.current?.focus();
  };
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button
          id="accepter"
          type="submit"
          name="decision"
          value="accept"
          icon="check"
          wide
          busy={busy}
        >
          {words.accept}
        </Button>
      </div>
      <div className="border-line grid gap-4 border-t pt-5">
        <TemplateChoice templates={templates} said={said} onTake={take} />
        <TextAreaField
          ref={area}
          name={REASON}
          label={words.reason}
          hint="Pour refuser, 3 à 500 caractères. La famille le lit dans sa demande et dans son courriel."
          rows={3}
          className="field-sizing-content min-h-25"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={error}
        />
        <div className="flex flex-wrap gap-3">
          {words.both && (
            <Button
              type="submit"
              name="decision"
              value="accept-and-refuse"
              variant="secondary"
              wide
              busy={busy}
            >
              {words.both}
            </Button>
          )}
          <Button
            type="submit"
            name="decision"
            value="refuse"
            variant="danger"
            icon="cross"
            wide
            busy={busy}
          >
            {words.refuse}
          </Button>
        </div>
      </div>
    </>
  );
}

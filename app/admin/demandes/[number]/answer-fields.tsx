import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";

export const REASON = "reason";

/** The two answers, and the reason of a refusal, which is kept where something is wrong. */
export function AnswerFields({
  words,
  reason: typed,
  error,
  busy,
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
}) {
  const [reason, setReason] = useState(typed);
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
        <TextAreaField
          name={REASON}
          label={words.reason}
          hint="Pour refuser, 3 à 500 caractères. La famille le lit dans sa demande et dans son courriel."
          rows={3}
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

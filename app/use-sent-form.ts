import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useTransition, type FormEvent } from "react";
import type { FieldProblem } from "@/components/ui/error-summary";
import type { Action, ActionResult } from "@/lib/action";

/** Where no refusal has a field of its own. One object: a new one each time would call for attention each time. */
export const noFields: Readonly<Record<string, string>> = {};

/**
 * A form that keeps what was typed where it is refused, and draws the page again where somebody was
 * quicker. `fieldOf`, made once, says where the sentence of a refusal leads; the others lead to `elsewhere`.
 */
export function useSentForm<V>(
  act: Action<V>,
  fieldOf: Readonly<Record<string, string>>,
  elsewhere: string,
) {
  const [answer, send] = useActionState<ActionResult<V> | null, FormData>(act, null);
  const [pending, start] = useTransition();
  const router = useRouter();
  const refusal = answer?.ok === false ? answer : null;
  // Drawn again, the page of somebody who is signed out would lead away from what was typed.
  const overtaken =
    refusal !== null &&
    refusal.refusal !== "invalid" &&
    refusal.refusal !== "signed-out" &&
    fieldOf[refusal.refusal] === undefined;
  useEffect(() => {
    if (overtaken) router.refresh();
  }, [answer, overtaken, router]);
  const problems = useMemo((): FieldProblem[] => {
    if (!refusal) return [];
    const { fields, message } = refusal;
    const said = Object.entries(fields).map(([field, sentence]) => ({ field, message: sentence }));
    return said.length > 0 ? said : [{ field: fieldOf[refusal.refusal] ?? elsewhere, message }];
  }, [refusal, fieldOf, elsewhere]);

  return {
    send,
    /** Sent by hand, so that React does not empty the form when the answer is a refusal. */
    submit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault();
      const submitter = (event.nativeEvent as SubmitEvent).submitter;
      const form = new FormData(event.currentTarget, submitter);
      start(() => send(form));
    },
    pending,
    answer,
    /** What a refusal says besides its sentence: whom the town knows, which days stand. */
    told: refusal?.value,
    /** What a refusal gives back to a page without JavaScript (`keepsTyped`): what controls start from. */
    givenBack: textsOf(refusal?.typed),
    problems,
    messageOf: (field: string) => problems.find((problem) => problem.field === field)?.message,
  };
}

function textsOf(typed: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      typeof text === "string" ? [[name, text]] : [],
    ),
  );
}

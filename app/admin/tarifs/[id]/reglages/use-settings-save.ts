import { useState, useTransition } from "react";
import type { FieldProblem } from "@/components/ui/error-summary";
import { readTypedReductions } from "@/lib/domain/tariff/typed-reduction";
import { saveSettings } from "../../actions";
import type { RefusedSave } from "../../save-typed";
import type { Settings, SettingsFormProps } from "./form-props";

interface SaveState {
  readonly problems: readonly FieldProblem[];
  readonly saved: boolean;
  /** The revision of a colleague's save, once the agent was told. */
  readonly overtaken: number | null;
}

const AT_REST: SaveState = { problems: [], saved: false, overtaken: null };

/** Checks in the browser first, then sends; says what is wrong, or that a colleague was quicker. */
export function useSettingsSave(
  { versionId, revision, idempotencyKey }: SettingsFormProps,
  reset: (values: Settings) => void,
) {
  const [state, setState] = useState(AT_REST);
  const [pending, start] = useTransition();

  function save(values: Settings): void {
    const { problems } = readTypedReductions(values.reductions);
    if (problems.length > 0) {
      setState({ ...AT_REST, problems });
      return;
    }
    start(async () => {
      const answer = await saveSettings({
        ...values,
        versionId,
        revision: Math.max(revision, state.overtaken ?? 0),
        idempotencyKey,
      });
      if (answer.ok) {
        reset(values);
        setState({ ...AT_REST, saved: true });
        return;
      }
      const { problems: said, revision: now } = (answer.value ?? {}) as RefusedSave;
      setState({
        saved: false,
        overtaken: now ?? state.overtaken,
        problems: said ?? [problemOf(answer)],
      });
    });
  }

  return { save, pending, ...state };
}

function problemOf(answer: {
  refusal: string;
  message: string;
  fields: Record<string, string>;
}): FieldProblem {
  const name = answer.fields["name"];
  if (name !== undefined) return { field: "name", message: name };
  const field = answer.refusal === "tariff-name-taken" ? "name" : "enregistrer";
  return { field, message: answer.message };
}

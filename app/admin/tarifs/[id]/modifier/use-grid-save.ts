import { useState, useTransition } from "react";
import type { FieldProblem } from "@/components/ui/error-summary";
import { readTypedGrid, type TypedGrid } from "@/lib/domain/tariff/typed-grid";
import { saveGrid } from "../../actions";
import type { RefusedSave } from "../../save-typed";
import type { Colleague, GridFormProps } from "./form-props";

interface SaveState {
  readonly problems: readonly FieldProblem[];
  /** How many units the last save changed. */
  readonly saved: number | null;
  readonly colleague: Colleague | null;
}

const AT_REST: SaveState = { problems: [], saved: null, colleague: null };
const SAVE_BUTTON = "enregistrer";

/** Checks in the browser first, then sends; says what is wrong, or that a colleague was quicker. */
export function useGridSave(
  { versionId, revision, category, units, idempotencyKey }: GridFormProps,
  reset: (values: TypedGrid) => void,
) {
  const [state, setState] = useState(AT_REST);
  const [pending, start] = useTransition();

  function save(values: TypedGrid): void {
    const labels = new Map(units.map(({ id, label }) => [id, label]));
    const { problems } = readTypedGrid(values, (id) => labels.get(id) ?? "");
    if (problems.length > 0) {
      setState({ ...AT_REST, problems });
      return;
    }
    start(async () => {
      const answer = await saveGrid({
        versionId,
        // After a colleague's save that the agent has seen, on top of it.
        revision: Math.max(revision, state.colleague?.revision ?? 0),
        categoryId: category.id,
        grid: values,
        idempotencyKey,
      });
      if (answer.ok) {
        reset(values);
        setState({ ...AT_REST, saved: answer.value.count });
        return;
      }
      const { problems: said, revision: now, cells } = (answer.value ?? {}) as RefusedSave;
      setState({
        saved: null,
        colleague: now !== undefined && cells ? { revision: now, cells } : state.colleague,
        problems: said ?? [{ field: SAVE_BUTTON, message: answer.message }],
      });
    });
  }

  return { save, pending, ...state };
}

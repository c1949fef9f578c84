"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField } from "@/components/ui/field";
import type { ActionResult } from "@/lib/action";
import { saveChildCategory } from "../../../../actions";

/** One select: the town's categories, with whom each is for. */
export function CategoryForm({
  familyId,
  childId,
  shown,
  categories,
  backHref,
  idempotencyKey,
}: {
  familyId: number;
  childId: number;
  shown: number | null;
  categories: readonly { id: number; label: string; explanation: string | null }[];
  backHref: string;
  idempotencyKey: string;
}) {
  const [answer, send] = useActionState<ActionResult<unknown> | null, FormData>(
    saveChildCategory,
    null,
  );
  const [pending, start] = useTransition();
  const router = useRouter();
  useEffect(() => {
    if (answer?.ok === false && answer.refusal === "category-changed") router.refresh();
  }, [answer, router]);
  const errors = useMemo(() => {
    if (answer?.ok !== false) return [];
    return [{ field: "categoryId", message: answer.fields["categoryId"] ?? answer.message }];
  }, [answer]);

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(() => send(form));
  }

  return (
    <form action={send} onSubmit={submit} noValidate className="grid gap-5">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="familyId" value={familyId} />
      <input type="hidden" name="childId" value={childId} />
      <input type="hidden" name="shown" value={shown ?? ""} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        name="categoryId"
        label="Catégorie"
        defaultValue={shown ?? ""}
        error={errors[0]?.message}
      >
        {shown === null && <option value="">Pas encore dite</option>}
        {categories.map(({ id, label, explanation }) => (
          <option key={id} value={id}>
            {explanation === null ? label : `${label} (${explanation})`}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" icon="check" busy={pending} wide>
          Enregistrer la catégorie
        </Button>
        <ButtonLink href={backHref} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import {
  changedRights,
  isRightsReason,
  type ChildRight,
  type ChildRights,
} from "@/lib/domain/child-rights";
import { refusalSentence } from "@/lib/sentences";
import { ConfirmRights } from "./confirm-form";
import { RightsFields } from "./rights-fields";
import type { RightsDocumentChoice, TypedRights } from "./typed-rights";

interface Props {
  readonly familyId: number;
  readonly childId: number;
  readonly familyName: string;
  readonly childName: string;
  readonly rights: ChildRights & {
    readonly reason: string | null;
    readonly documentId: string | null;
  };
  readonly shown: string;
  readonly documents: readonly RightsDocumentChoice[];
  readonly backHref: string;
  readonly idempotencyKey: string;
}

/** Two steps in one page: the rights and why, then what they change and the button that does it. */
export function RightsForm({ rights: standing, documents, backHref, ...target }: Props) {
  const [typed, setTyped] = useState<TypedRights>({
    rights: (["mayBook", "mayAuthorize", "maySeeFile"] as const).filter((one) => standing[one]),
    reason: standing.reason ?? "",
    documentId: standing.documentId ?? "",
  });
  const [isConfirming, setConfirming] = useState(false);
  const [errors, setErrors] = useState<readonly FieldProblem[]>([]);
  const now = rightsOf(typed.rights);

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = problemsOf(standing, typed);
    setErrors(found);
    setConfirming(found.length === 0);
  }

  if (isConfirming)
    return (
      <ConfirmRights
        {...target}
        was={standing}
        now={now}
        typed={typed}
        documentLabel={documents.find(({ id }) => id === typed.documentId)?.label ?? null}
        onChange={() => setConfirming(false)}
      />
    );
  return (
    <form onSubmit={check} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} />
      <RightsFields
        typed={typed}
        documents={documents}
        errorOf={(field) => errors.find((error) => error.field === field)?.message}
        onChange={setTyped}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" iconEnd="arrow-right" wide>
          Voir ce que cela change
        </Button>
        <ButtonLink href={backHref} variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

function rightsOf(names: readonly ChildRight[]): ChildRights {
  return {
    mayBook: names.includes("mayBook"),
    mayAuthorize: names.includes("mayAuthorize"),
    maySeeFile: names.includes("maySeeFile"),
  };
}

/** The server says the same: what is told here is told sooner. */
function problemsOf(standing: Props["rights"], typed: TypedRights): FieldProblem[] {
  const isSame =
    changedRights(standing, rightsOf(typed.rights)).length === 0 &&
    typed.reason.trim() === (standing.reason ?? "") &&
    typed.documentId === (standing.documentId ?? "");
  if (isSame) return [{ field: "rights", message: refusalSentence["rights-unchanged"] }];
  return isRightsReason(typed.reason.trim())
    ? []
    : [{ field: "reason", message: refusalSentence["rights-reason-missing"] }];
}

"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useTransition, type FormEvent } from "react";
import { FamilyField } from "@/components/portal/family/family-shown";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { RequiredNote } from "@/components/ui/required-note";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/domain/day";
import { familyFields } from "@/lib/domain/family-file";
import type { InvalidFile } from "@/lib/services/family-file/file-changes";
import { changeChild, changeGuardian } from "./actions";
import { FieldControl, type ControlSetting } from "./field-control";
import { controlsOf, initialTexts, type FormField } from "./form-fields";
import { problemSentence } from "./problem-words";
import { useTyped } from "./use-typed";

interface Props {
  readonly familyId: number;
  readonly subject: { readonly about: "guardian" | "child"; readonly id: number };
  /** Those that one may change. */
  readonly fields: readonly FormField[];
  readonly diets: readonly string[];
  readonly shown: string;
  readonly today: Day;
  readonly isMine: boolean;
  readonly idempotencyKey: string;
}

type Answer = ActionResult<unknown> | null;

/** The fields of a guardian or of a child that the town lets change. */
export function FieldsForm(props: Props) {
  const { subject, fields, diets, shown, today, isMine, idempotencyKey } = props;
  const [answer, send] = useActionState<Answer, FormData>(
    subject.about === "child" ? changeChild : changeGuardian,
    null,
  );
  const [pending, start] = useTransition();
  const router = useRouter();
  useEffect(() => {
    if (answer?.ok === false && answer.refusal === "file-changed") router.refresh();
  }, [answer, router]);
  const refusal = useMemo(() => refusalOf(answer), [answer]);
  const errors = useMemo(() => problemsOf(answer, refusal, fields), [answer, refusal, fields]);
  const typed = useTyped(initialTexts(fields), refusal?.typed ?? null);

  // Sent by hand, so that React does not empty the form when the answer is a refusal.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    typed.remember(form);
    start(() => send(form));
  }

  const setting: ControlSetting = {
    ...typed,
    errorOf: (control) => errors.find(({ field }) => field === control)?.message,
    diets,
    today,
    isMine,
  };
  const plain = fields.filter(({ field }) => !familyFields[field].isHealth);
  const health = fields.filter(({ field }) => familyFields[field].isHealth);
  return (
    <form action={send} onSubmit={submit} noValidate className="grid gap-6">
      <ErrorSummary errors={errors} />
      <RequiredNote />
      <FamilyField familyId={props.familyId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="shown" value={shown} />
      <input
        type="hidden"
        name={subject.about === "child" ? "childId" : "guardianId"}
        value={subject.id}
      />
      {plain.length > 0 && (
        <Card>
          <div className="grid max-w-xl gap-5">
            {plain.map((one) => (
              <FieldControl key={one.field} one={one} setting={setting} />
            ))}
          </div>
        </Card>
      )}
      {health.length > 0 && <Health fields={health} setting={setting} />}
      {subject.about === "child" && <ClassNames />}
      <div className="flex flex-wrap gap-3">
        <Button id="enregistrer" type="submit" icon="check" busy={pending} wide>
          Envoyer mes changements
        </Button>
        <ButtonLink href="/famille" variant="secondary" wide>
          Annuler
        </ButtonLink>
      </div>
    </form>
  );
}

function ClassNames() {
  return (
    <datalist id="classes">
      {["PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2"].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

/** The validity is asked once there is a PAI. */
function Health({ fields, setting }: { fields: readonly FormField[]; setting: ControlSetting }) {
  const isAsked = fields.some(({ field }) => field === "hasPai");
  return (
    <Card title="Santé" titleId="sante">
      <p className="measure text-muted mb-4">
        Seuls les responsables de l’enfant et les agents qui s’en occupent lisent ces informations.
        Elles sont chiffrées, et chaque lecture est notée.
      </p>
      <div className="group/pai grid max-w-xl gap-5">
        {fields.map((one) => (
          <div
            key={one.field}
            className={
              isAsked && one.field === "paiValidUntil"
                ? "hidden group-has-[input[name=hasPai][value=oui]:checked]/pai:block"
                : ""
            }
          >
            <FieldControl one={one} setting={setting} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function refusalOf(answer: Answer): InvalidFile | null {
  if (answer?.ok !== false || answer.refusal !== "file-invalid") return null;
  return answer.value as InvalidFile;
}

/** In the order of the form; what is about no control leads to the button. */
function problemsOf(
  answer: Answer,
  refusal: InvalidFile | null,
  fields: readonly FormField[],
): FieldProblem[] {
  if (answer?.ok !== false) return [];
  const found = fields
    .flatMap(({ field }) => controlsOf(field))
    .flatMap((control) => {
      const problem = refusal?.problems.find((one) => one.control === control);
      return problem ? [{ field: control, message: problemSentence(problem) }] : [];
    });
  return found.length > 0 ? found : [{ field: "enregistrer", message: answer.message }];
}

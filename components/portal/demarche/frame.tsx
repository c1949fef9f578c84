import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Stepper } from "@/components/ui/stepper";
import type { SchoolYearRef } from "@/lib/domain/booking/context";
import type { Demarche } from "@/lib/demarche";

/**
 * What stands around each step of a démarche: its name, the step's title (which takes the focus), the
 * stepper, and « Annuler la démarche », which asks whether the draft is kept.
 */
export function DemarcheFrame({
  demarche,
  step,
  schoolYear,
  cancel,
  children,
}: {
  demarche: Demarche;
  step: string;
  schoolYear: SchoolYearRef;
  /** Absent once there is nothing left to cancel. */
  cancel?: (form: FormData) => Promise<void>;
  children: ReactNode;
}) {
  const at = demarche.steps.findIndex(({ slug }) => slug === step);
  const steps = demarche.steps.map((s, index) => ({
    ...s,
    href: index < at && cancel ? demarche.stepHref(s.slug, { annee: schoolYear.id }) : undefined,
  }));
  return (
    <>
      <PageHeading
        above={`${demarche.title}, ${schoolYear.name}`}
        autoFocusOnMount
        actions={cancel ? <CancelButton cancel={cancel} schoolYearId={schoolYear.id} /> : null}
      >
        {demarche.steps[at]?.title}
      </PageHeading>
      <div className="mb-8">
        <Stepper steps={steps} current={step} />
      </div>
      {children}
    </>
  );
}

function CancelButton({
  cancel,
  schoolYearId,
}: {
  cancel: (form: FormData) => Promise<void>;
  schoolYearId: number;
}) {
  return (
    <DialogButton
      label="Annuler la démarche"
      title="Que faire de vos choix ?"
      variant="quiet"
      icon="cross"
      size="small"
    >
      <p className="mb-4">
        Rien n’est envoyé à la mairie. Vous pouvez garder votre brouillon et le reprendre plus tard,
        ou le supprimer.
      </p>
      <form action={cancel} className="grid gap-3">
        <input type="hidden" name="schoolYearId" value={schoolYearId} />
        <Button type="submit" name="draft" value="keep" icon="check">
          Garder mon brouillon et quitter
        </Button>
        <Button type="submit" name="draft" value="drop" variant="danger" icon="cross">
          Supprimer mon brouillon et quitter
        </Button>
      </form>
    </DialogButton>
  );
}

import type { ReactNode } from "react";
import { InnerLink } from "@/components/ui/inner-link";
import { Icon } from "@/components/ui/icon";
import { PageHeading } from "@/components/ui/page-heading";
import { Stepper } from "@/components/ui/stepper";
import type { Demarche } from "@/lib/demarche";

/**
 * What stands around each step of a démarche: its name, the step's title (which takes the focus), the
 * stepper, the way back to the step before and the way out.
 */
export function DemarcheFrame({
  demarche,
  step,
  about,
  query,
  cancel,
  hasOwnWayBack = false,
  children,
}: {
  demarche: Demarche;
  step: string;
  /** What it is about, said after its name: a school year. */
  about?: string;
  /** What the earlier steps need in their address; absent where there is no way back to them. */
  query?: Readonly<Record<string, string | number>>;
  /** The way out, beside the title; absent once there is nothing left to cancel. */
  cancel?: ReactNode;
  /** The step itself has a link « Retour à l’étape n ». */
  hasOwnWayBack?: boolean;
  children: ReactNode;
}) {
  const at = demarche.steps.findIndex(({ slug }) => slug === step);
  const steps = demarche.steps.map((s, index) => ({
    ...s,
    href: index < at && query ? demarche.stepHref(s.slug, query) : undefined,
  }));
  const before = steps[at - 1]?.href;
  return (
    <>
      <PageHeading
        above={about ? `${demarche.title}, ${about}` : demarche.title}
        autoFocusOnMount
        actions={cancel}
      >
        {demarche.steps[at]?.title}
      </PageHeading>
      <div className="mb-8">
        <Stepper steps={steps} current={step} />
        {before && !hasOwnWayBack ? <WayBack href={before} number={at} /> : null}
      </div>
      {children}
    </>
  );
}

/** On a phone the stepper's squares have no words to press. */
function WayBack({ href, number }: { href: string; number: number }) {
  return (
    <InnerLink
      href={href}
      className="no-print text-link min-h-target mt-2 inline-flex items-center gap-2"
    >
      <Icon name="arrow-left" />
      {`Retour à l’étape ${number}`}
    </InnerLink>
  );
}

import type { ReactNode } from "react";
import { FocusedHeading } from "@/components/ui/focused-heading";
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
  dense = false,
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
  /** The step needs the whole screen: all of this is folded into one line, two on a phone. */
  dense?: boolean;
  children: ReactNode;
}) {
  const at = demarche.steps.findIndex(({ slug }) => slug === step);
  const steps = demarche.steps.map((s, index) => ({
    ...s,
    href: index < at && query ? demarche.stepHref(s.slug, query) : undefined,
  }));
  const before = steps[at - 1]?.href;
  const wayBack = before && !hasOwnWayBack ? <WayBack href={before} number={at} /> : null;
  if (dense) {
    return (
      <>
        <header className="no-print -mt-6 flex flex-wrap items-center justify-between gap-x-4">
          <FocusedHeading className="w-fit text-2xl">
            {demarche.steps[at]?.title}
            {about ? (
              <span className="text-muted text-base font-semibold whitespace-nowrap max-md:sr-only">
                {` ${about}`}
              </span>
            ) : null}
          </FocusedHeading>
          <div className="-my-1 md:order-last">{cancel}</div>
          <Stepper steps={steps} current={step} dense />
          {wayBack ? (
            <div className="-my-1 md:sr-only md:focus-within:not-sr-only">{wayBack}</div>
          ) : null}
        </header>
        {children}
      </>
    );
  }
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
        {wayBack ? <div className="mt-2">{wayBack}</div> : null}
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
      className="no-print text-link min-h-target inline-flex items-center gap-2"
    >
      <Icon name="arrow-left" />
      {`Retour à l’étape ${number}`}
    </InnerLink>
  );
}

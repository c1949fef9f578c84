import { InnerLink } from "@/components/ui/inner-link";
import { Icon } from "@/components/ui/icon";

export interface Step {
  slug: string;
  title: string;
  /** Where a finished step can be seen again. */
  href?: string | undefined;
}

/**
 * Where one stands, drawn as a hopscotch: the squares behind are filled, the present one is outlined by
 * the accent. A phone shows the sentence “Étape 2 sur 4” and the squares without their words.
 */
export function Stepper({
  steps,
  current,
  dense = false,
}: {
  steps: readonly Step[];
  current: string;
  /** One line: a phone has the sentence alone, a wide screen the words beside smaller squares. */
  dense?: boolean;
}) {
  const at = Math.max(
    0,
    steps.findIndex((step) => step.slug === current),
  );
  const next = steps[at + 1];
  return (
    <nav aria-label="Étapes de la démarche" className="no-print">
      <p className={dense ? "md:sr-only" : "mb-2 md:sr-only"}>
        <strong>
          {`Étape ${at + 1} sur ${steps.length}${dense ? "" : `\u00a0: ${steps[at]?.title ?? ""}`}`}
        </strong>
        {next && !dense ? (
          <span className="text-muted block text-sm">{`Ensuite\u00a0: ${next.title}`}</span>
        ) : null}
      </p>
      <ol className={dense ? "flex max-md:sr-only" : "flex"}>
        {steps.map((step, index) => (
          <li
            key={step.slug}
            aria-current={index === at ? "step" : undefined}
            className={
              dense ? "flex" : "flex min-w-0 flex-1 items-stretch last:flex-none md:last:flex-1"
            }
          >
            <StepSquare step={step} number={index + 1} place={place(index, at)} dense={dense} />
            {index < steps.length - 1 && !dense ? (
              <span
                aria-hidden="true"
                className={`mt-[1.25rem] h-0 min-w-2 flex-1 border-t-2 ${index < at ? "border-brand" : "border-control border-dashed"}`}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Place = "behind" | "here" | "ahead";

function place(index: number, at: number): Place {
  if (index === at) return "here";
  return index < at ? "behind" : "ahead";
}

const squares: Record<Place, string> = {
  behind: "border-brand bg-brand text-on-brand",
  here: "border-ink bg-accent text-on-accent",
  ahead: "border-dashed border-control bg-card text-muted",
};

const spoken: Record<Place, string> = { behind: " (terminée)", here: " (en cours)", ahead: "" };

function StepSquare({
  step,
  number,
  place: where,
  dense,
}: {
  step: Step;
  number: number;
  place: Place;
  dense: boolean;
}) {
  const title = (
    <span className={where === "here" ? "font-bold" : where === "ahead" ? "text-muted" : ""}>
      <span className="sr-only">{`Étape ${number}\u00a0: `}</span>
      {step.title}
      <span className="sr-only">{spoken[where]}</span>
    </span>
  );
  return (
    <div className={`flex items-center md:pr-3 ${dense ? "gap-1.5" : "gap-2.5 md:not-first:pl-3"}`}>
      <span
        aria-hidden="true"
        className={`forced-border grid shrink-0 place-content-center border-2 font-bold ${dense ? "size-7 text-sm" : "size-[min(2.5rem,13vw)] text-[min(1em,6vw)]"} ${squares[where]}`}
      >
        {where === "behind" ? <Icon name="check" /> : number}
      </span>
      <span className={`text-sm max-md:sr-only ${dense ? "whitespace-nowrap" : ""}`}>
        {where === "behind" && step.href ? (
          <InnerLink href={step.href} className="text-link min-h-target inline-flex items-center">
            {title}
          </InnerLink>
        ) : (
          title
        )}
      </span>
    </div>
  );
}

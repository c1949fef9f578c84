import type { Route } from "next";

/** A step of a démarche: `slug` is its URL segment, `title` what the stepper says. */
export interface DemarcheStep {
  readonly slug: string;
  readonly title: string;
}

/** What the portal draws from a démarche: home page, menu, site map, introduction, stepper. */
export interface Demarche {
  readonly slug: string;
  /** "Réservation multi-activités" */
  readonly title: string;
  /** What the home page's button says: "Réserver". */
  readonly verb: string;
  /** "Enfance" */
  readonly category: string;
  /** How long it takes, announced before one starts. */
  readonly minutes: number;
  readonly summary: string;
  readonly icon: string;
  readonly steps: readonly DemarcheStep[];
  /** The URL of the introduction. */
  readonly href: Route;
  /** The URL of a step. */
  stepHref(slug: string, query?: Readonly<Record<string, string | number>>): Route;
}

/**
 * Declares a démarche once; what every démarche gets (introduction, stepper, way back, cancelling)
 * is drawn from it by components/portal/demarche.
 */
export function defineDemarche(definition: Omit<Demarche, "href" | "stepHref">): Demarche {
  const href = `/demarches/${definition.slug}`;
  return {
    ...definition,
    href: href as Route,
    stepHref(slug, query = {}) {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, String(value)]),
      ).toString();
      return `${href}/${slug}${search ? `?${search}` : ""}` as Route;
    },
  };
}

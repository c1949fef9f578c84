declare module "@socialgouv/jours-feries" {
  /** The holidays of a year by name, as local midnights. An oracle for our own computation. */
  export default function joursFeries(
    year: number,
    options?: { alsace: boolean },
  ): Record<string, Date>;
}

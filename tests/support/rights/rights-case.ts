import type { Person, World } from "./world";

/** What somebody sends, and who alone may. */
export interface RightsCase {
  readonly sends: (world: World) => unknown;
  /** Who may do exactly this. Everybody else is refused, or changes nothing of it. */
  readonly may: readonly Person[];
}

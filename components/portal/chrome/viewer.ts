import type { Route } from "next";
import type { IconName } from "@/components/ui/icon";

/** Who looks at the page, as the header says it. */
export interface Viewer {
  /** "Madelaine Dupont" */
  name: string;
  /** "jeudi 26 novembre 2026 à 18 h 04"; null at the first sign-in. */
  previousSignIn: string | null;
  home: Route;
  /** The families that a guardian may act for; the header offers the others. */
  families: readonly { id: number; name: string; current: boolean }[];
}

export interface MenuLink {
  href: string;
  label: string;
  icon?: IconName;
}

/** A link, or a title that unfolds a list of links. */
export type MenuItem = MenuLink | { label: string; icon?: IconName; links: readonly MenuLink[] };

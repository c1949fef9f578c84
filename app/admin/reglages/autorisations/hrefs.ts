/** Where the pages of one authorization stand. */
export const authorizationsAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/autorisations", label: "Autorisations" },
] as const;

/** Where the pages of one kind of document stand. */
export const documentTypesAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/justificatifs", label: "Justificatifs" },
] as const;

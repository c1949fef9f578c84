/** Where the pages of one school year stand. */
export const schoolYearsAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/annees", label: "Années scolaires" },
] as const;

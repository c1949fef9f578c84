/** The way to a page of the categories. */
export const categoriesAbove = [
  { href: "/admin/tarifs", label: "Tarifs" },
  { href: "/admin/tarifs/categories", label: "Catégories" },
];

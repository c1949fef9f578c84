const french = new Intl.Collator("fr", { numeric: true });

/** As a French dictionary sorts, whatever the database's own order: "de la Tour", "Écrin", "Étienne". */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  french.compare(a.name, b.name);

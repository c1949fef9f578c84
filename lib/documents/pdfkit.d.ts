declare namespace PDFKit {
  interface PDFStructureElement {
    /** The element as it is written; `A` holds its attributes. Missing from the package's own types. */
    readonly dictionary: { readonly data: { A?: Readonly<Record<string, string | number>> } };
  }
}

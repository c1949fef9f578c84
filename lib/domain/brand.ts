declare const brand: unique symbol;

/** Marks a type that only the file owning it may make by a cast ("parse, don't check again"). */
export interface Brand<Name extends string> {
  readonly [brand]: Name;
}

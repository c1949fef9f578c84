import * as z from "zod/mini";

/** The largest number that an id's column holds: above it PostgreSQL refuses the whole statement. */
const MOST = 2_147_483_647;

/** An id, a number of a request or a revision, as a form or an address says it. */
export const idSchema = z.coerce.number().check(z.int(), z.positive(), z.maximum(MOST));

/** The same where a form says 0 for none. */
export const idOrNoneSchema = z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(MOST));

/** The same as an id for what is chosen from a list: whatever is no id is answered with this French sentence. */
export const chosenIdSchema = (sentence: string) =>
  z.coerce.number(sentence).check(z.int(sentence), z.positive(sentence), z.maximum(MOST, sentence));

/** A whole number that starts at nothing: a draft's revision, an amount in cents. */
export const counterSchema = z.int().check(z.nonnegative(), z.maximum(MOST));

import * as z from "zod/mini";

export const openLinkSchema = z.object({
  token: z.string().check(z.maxLength(200)),
  /** Ticked, or not sent. */
  resterConnecte: z.optional(z.string().check(z.maxLength(10))),
});

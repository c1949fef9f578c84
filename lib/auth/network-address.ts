/** The last hop, which our own front server wrote: what stands before it is the visitor's claim. */
export function networkAddress(forwardedFor: string | null): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}

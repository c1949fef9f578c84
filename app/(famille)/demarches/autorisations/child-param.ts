/** A child's id in a URL, or null where it cannot be one ("introuvable", not an error). */
export function childParam(text: string | string[] | undefined): number | null {
  return typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

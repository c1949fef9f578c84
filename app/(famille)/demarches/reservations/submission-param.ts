/** A submission's id in a URL, or null where it cannot be one ("introuvable", not an error). */
export function submissionParam(text: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null;
}

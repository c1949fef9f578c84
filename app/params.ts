/** What Next gives a page as `searchParams`. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** A parameter given once; "" when it is missing or repeated. */
export function textParam(query: Query, name: string): string {
  const value = query[name];
  return typeof value === "string" ? value.trim() : "";
}

/** A positive whole number, as ids and page numbers are; null where it cannot be one ("introuvable"). */
export function idParam(value: Query[string]): number | null {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}

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

/** A UUID as an address names it; null where it cannot be one ("introuvable"). */
export function uuidParam(value: Query[string]): string | null {
  const isOne = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  return typeof value === "string" && isOne.test(value) ? value : null;
}

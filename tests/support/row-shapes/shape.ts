/** What a value that PostgreSQL's driver gives must be, as TypeScript's type of it says. */
export type Shape =
  | { readonly is: "any" }
  | { readonly is: "string" | "number" | "boolean" | "bigint" | "date" | "null" | "missing" }
  | { readonly is: "literal"; readonly value: string | number | boolean }
  | { readonly is: "list"; readonly of: Shape }
  | { readonly is: "map"; readonly of: Shape }
  | { readonly is: "object"; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly is: "either"; readonly of: readonly Shape[] };

/** Where a value is not of its shape, and what it is instead; null where it is. */
export function faultOf(value: unknown, shape: Shape, at = "row"): string | null {
  switch (shape.is) {
    case "any":
      return null;
    case "literal":
      return value === shape.value ? null : said(value, at, JSON.stringify(shape.value));
    case "list":
      if (!Array.isArray(value)) return said(value, at, "a list");
      return first(value.map((one, i) => faultOf(one, shape.of, `${at}[${i}]`)));
    case "map":
      if (kindOf(value) !== "object") return said(value, at, "an object");
      return first(entriesOf(value).map(([key, one]) => faultOf(one, shape.of, `${at}.${key}`)));
    case "object": {
      if (kindOf(value) !== "object") return said(value, at, "an object");
      const given = new Map(entriesOf(value));
      return first(
        Object.entries(shape.fields).map(([key, of]) =>
          faultOf(given.get(key), of, `${at}.${key}`),
        ),
      );
    }
    case "either": {
      const faults = shape.of.map((one) => faultOf(value, one, at));
      if (faults.includes(null)) return null;
      // Of several shapes, the one that looks deepest tells most.
      return faults.reduce((a, b) => ((b?.length ?? 0) > (a?.length ?? 0) ? b : a), null);
    }
    case "string":
    case "number":
    case "boolean":
    case "bigint":
    case "date":
    case "null":
    case "missing":
      return kindOf(value) === shape.is ? null : said(value, at, shape.is);
  }
}

const entriesOf = (value: unknown): [string, unknown][] => Object.entries(value as object);

const first = (faults: readonly (string | null)[]) => faults.find((one) => one !== null) ?? null;

const said = (value: unknown, at: string, wanted: string) =>
  `${at} is ${kindOf(value)} (${String(value)}), not ${wanted}`;

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "missing";
  if (Object.prototype.toString.call(value) === "[object Date]") return "date";
  if (Array.isArray(value)) return "list";
  if (typeof value !== "object") return typeof value;
  return Object.getPrototypeOf(Object.getPrototypeOf(value) ?? {}) === null
    ? "object"
    : "an instance";
}

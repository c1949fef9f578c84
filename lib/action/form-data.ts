/**
 * A form as an object: a repeated name becomes an array, and a name that ends with "[]" always is
 * one (a single ticked box too), under its name without the brackets. Next's own fields are dropped.
 */
export function readForm(form: FormData): Record<string, unknown> {
  // Once through all of it: `getAll` of each name would take the square of their number.
  const named = new Map<string, unknown[]>();
  for (const [name, value] of form) {
    const values = named.get(name);
    if (values) values.push(value);
    else if (!name.startsWith("$ACTION")) named.set(name, [value]);
  }
  const fields = new Map<string, unknown>();
  for (const [name, values] of named) {
    if (name.endsWith("[]")) fields.set(name.slice(0, -2), values);
    else fields.set(name, values.length === 1 ? values[0] : values);
  }
  // Own properties only, whatever the names: "__proto__" is one like the others.
  return Object.fromEntries(fields);
}

/**
 * A form as an object: a repeated name becomes an array, and a name that ends with "[]" always is
 * one (a single ticked box too), under its name without the brackets. Next's own fields are dropped.
 */
export function readForm(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    if (name.endsWith("[]")) fields.set(name.slice(0, -2), values);
    else fields.set(name, values.length === 1 ? values[0] : values);
  }
  // Own properties only, whatever the names: "__proto__" is one like the others.
  return Object.fromEntries(fields);
}

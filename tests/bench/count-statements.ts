import pg from "pg";

/** Counts the statements between BEGIN and COMMIT (both left out) until `stop` is called. */
export function countStatements(): { stop(): number } {
  const original = pg.Client.prototype.query;
  let count = 0;
  let inside = false;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const first = args[0];
    const text = typeof first === "string" ? first : (first as { text?: string }).text;
    if (/^COMMIT/i.test(text ?? "")) inside = false;
    if (inside) count += 1;
    if (/^BEGIN/i.test(text ?? "")) inside = true;
    return Reflect.apply(original, this, args) as never;
  } as typeof original;
  return {
    stop() {
      pg.Client.prototype.query = original;
      return count;
    },
  };
}

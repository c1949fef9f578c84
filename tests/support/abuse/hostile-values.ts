/** What no form of ours sends, one of each kind, by a name for the test's words. */
export const hostileValues: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["true", true],
  ["a fraction", 1.5],
  ["an id above int4", 2_147_483_648],
  ["an id above 2^53 as a text", "9007199254740993"],
  ["a negative id", -1],
  ["an empty text", ""],
  ["a NUL", "a\0b"],
  ["a lone surrogate", "a\ud800b"],
  ["__proto__", "__proto__"],
  ["constructor", "constructor"],
  ["a day that does not exist", "2026-02-30"],
  ["a year of six digits", "+275760-09-13"],
  ["a hundred thousand characters", "x".repeat(100_000)],
  ["an array", ["a", null, 2_147_483_648]],
  ["an array of ids above int4", ["2147483648", "1e999", "NaN"]],
  ["an object", { then: 1, toString: null, length: 2_147_483_648 }],
  ["fifty levels", deep(50)],
  ["a file", new File(["\0"], "\ud800/../a.pdf", { type: "application/pdf" })],
];

/** The texts among them: what a path or a query may say. */
export const hostileTexts: readonly (readonly [string, string | string[]])[] =
  hostileValues.flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === "string") return [[name, value]];
    if (typeof value === "number") return [[name, String(value)]];
    return Array.isArray(value) ? [[name, value.map(String)]] : [];
  });

function deep(levels: number): unknown {
  return levels === 0 ? 1 : [deep(levels - 1)];
}

/** The same thing sent with one place of it replaced, once for each place; objects and arrays are gone into. */
export function* replaced(sent: unknown, value: unknown): Generator<readonly [string, unknown]> {
  yield ["", value];
  if (sent instanceof FormData) {
    for (const name of new Set(sent.keys())) yield [name, withField(sent, name, value)];
  } else if (Array.isArray(sent)) {
    for (const [at, item] of sent.entries())
      for (const [path, other] of replaced(item, value))
        yield [`${at}.${path}`, sent.with(at, other)];
  } else if (isPlain(sent)) {
    for (const [name, item] of Object.entries(sent))
      for (const [path, other] of replaced(item, value))
        yield [`${name}.${path}`, { ...sent, [name]: other }];
  }
}

function withField(form: FormData, name: string, value: unknown): FormData {
  const copy = new FormData();
  for (const [each, kept] of form) if (each !== name) copy.append(each, kept);
  for (const one of Array.isArray(value) ? value : [value])
    copy.append(
      name,
      one instanceof File ? one : typeof one === "string" ? one : JSON.stringify(one),
    );
  return copy;
}

function isPlain(value: unknown): value is object {
  return (
    value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype
  );
}

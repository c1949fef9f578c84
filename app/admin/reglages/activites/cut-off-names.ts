import { readCutOff, type TypedCutOff } from "@/lib/domain/cut-off-form";

/** Whose controls: the cut-off for adding, or the one for removing. */
export type CutOffPrefix = "add" | "remove";

/** The controls of one of the two rules, without its prefix. */
export function typedCutOffOf(
  prefix: CutOffPrefix,
  typed: Readonly<Record<string, unknown>>,
): TypedCutOff {
  const own = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(`${prefix}-`) && typeof value === "string"
      ? [[name.slice(prefix.length + 1), value.trim()]]
      : [],
  );
  return Object.fromEntries(own) as TypedCutOff;
}

/** The controls of a rule, with its prefix. */
export function withPrefix(
  prefix: CutOffPrefix,
  controls: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(controls).map(([name, value]) => [`${prefix}-${name}`, value]),
  );
}

/** What is wrong with one of the two rules, by the name of its control in the form. */
export function cutOffProblemsAt(
  prefix: CutOffPrefix,
  typed: Readonly<Record<string, unknown>>,
): { name: string; problem: string }[] {
  const read = readCutOff(typedCutOffOf(prefix, typed));
  if (read.ok) return [];
  return read.problems.map(({ control, problem }) => ({ name: `${prefix}-${control}`, problem }));
}

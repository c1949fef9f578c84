import { type Law, readSources } from "./source";

/** Files by path. */
type Files = Readonly<Record<string, string>>;

/** The repository as it stands. */
export const sources = readSources();

/** A law holds in the repository, and each of the invented offenders breaks it. */
export function law(name: string, breaks: Law, offenders: readonly Files[]): void {
  describe(name, () => {
    test("holds", () => expect(breaks(sources)).toEqual([]));
    test.each(offenders.map((files) => [labelOf(files), files] as const))(
      "can be broken: %s",
      (_label, files) => {
        const invented = Object.entries(files).map(([path, text]) => ({ path, text }));
        expect(breaks(invented)).not.toEqual([]);
      },
    );
  });
}

/** The last file's first line, or its name where only that counts. */
function labelOf(files: Files): string | undefined {
  const [path, text] = Object.entries(files).at(-1) ?? [];
  return text?.split("\n", 1)[0] || path;
}

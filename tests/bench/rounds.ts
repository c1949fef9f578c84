const isShort = process.env["BENCH_SHORT"] === "1";

/** How often a measure is taken: once in a short round, which only shows that it can be. */
export const rounds = (usual: number): number => (isShort ? 1 : usual);

/** How often before it counts. */
export const warmUps = (usual: number): number => (isShort ? 0 : usual);

/** Of many things that are measured alike: one in a short round. */
export const someOf = <T>(all: readonly T[]): readonly T[] => (isShort ? all.slice(0, 1) : all);

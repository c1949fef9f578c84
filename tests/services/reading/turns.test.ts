import { makeTurns } from "@/lib/reading/turns";

const limits = { atOnce: 2, waiting: 2, patienceMs: 1_000 };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Work that ends when it is told to. */
function aWork() {
  const work = { begun: false, end: () => undefined as void };
  const run = () => {
    work.begun = true;
    return new Promise<string>((resolve) => {
      work.end = () => resolve("done");
    });
  };
  return { work, run };
}

const settled = () => jest.advanceTimersByTimeAsync(0);

test("two at once, and the next when one has ended", async () => {
  const { take } = makeTurns(limits);
  const [a, b, c] = [aWork(), aWork(), aWork()];
  const first = take("a", a.run);
  void take("b", b.run);
  void take("c", c.run);
  await settled();
  expect([a, b, c].map(({ work }) => work.begun)).toEqual([true, true, false]);
  a.work.end();
  expect(await first).toBe("done");
  await settled();
  expect(c.work.begun).toBe(true);
});

test("one account waits for itself, and holds up nobody else", async () => {
  const { take } = makeTurns(limits);
  const [a, again, b] = [aWork(), aWork(), aWork()];
  void take("a", a.run);
  void take("a", again.run);
  void take("b", b.run);
  await settled();
  expect([a, again, b].map(({ work }) => work.begun)).toEqual([true, false, true]);
});

test("where too many wait, or too long, it is said and never run", async () => {
  const { take } = makeTurns(limits);
  const [a, b, again, last, late] = [aWork(), aWork(), aWork(), aWork(), aWork()];
  void take("a", a.run);
  const waited = take("a", again.run);
  void take("a", last.run);
  void take("b", b.run);
  expect(await take("c", late.run)).toBeNull();
  await jest.advanceTimersByTimeAsync(limits.patienceMs);
  expect(await waited).toBeNull();
  a.work.end();
  await settled();
  expect(b.work.begun).toBe(true);
  expect([again, last, late].map(({ work }) => work.begun)).toEqual([false, false, false]);
});

test("work that fails gives its place back", async () => {
  const { take } = makeTurns({ ...limits, atOnce: 1 });
  await expect(take("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  const next = aWork();
  void take("a", next.run);
  await settled();
  expect(next.work.begun).toBe(true);
});

test("what weighs more waits for its room, runs alone where it takes all, and is not passed by", async () => {
  const { take } = makeTurns({ ...limits, waiting: 5 });
  const [light, heavy, after] = [aWork(), aWork(), aWork()];
  void take("a", light.run);
  void take("b", heavy.run, 5);
  void take("c", after.run);
  await settled();
  const begun = () => [light, heavy, after].map(({ work }) => work.begun);
  expect(begun()).toEqual([true, false, false]);
  light.work.end();
  await settled();
  expect(begun()).toEqual([true, true, false]);
  heavy.work.end();
  await settled();
  expect(begun()).toEqual([true, true, true]);
});

test("what was in front and gave up leaves its room to those behind", async () => {
  const { take } = makeTurns({ ...limits, waiting: 5 });
  const [light, heavy, after] = [aWork(), aWork(), aWork()];
  void take("a", light.run);
  const gaveUp = take("b", heavy.run, 2);
  await jest.advanceTimersByTimeAsync(limits.patienceMs / 2);
  void take("c", after.run);
  await jest.advanceTimersByTimeAsync(limits.patienceMs / 2);
  expect(await gaveUp).toBeNull();
  expect([heavy, after].map(({ work }) => work.begun)).toEqual([false, true]);
});

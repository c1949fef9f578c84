import { DraftSaver, type SaveAnswer } from "@/components/portal/planning/draft-saver";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { moment } from "@/lib/domain/day";
import { aCell, inscriptionId, unitId, wishesOf } from "@/tests/support/booking";

const at = moment("2026-11-22T10:09");

function draftOf(...days: string[]): Wishes {
  return wishesOf(
    ...days.map(
      (day) =>
        [aCell(inscriptionId.leoCanteen, unitId.repas, day), { want: true, seen: "free" }] as const,
    ),
  );
}

/** A saver whose server answers when the test says so. */
function aSaver(answers: SaveAnswer[] = []) {
  const sent: { revision: number; wishes: Wishes; keepalive: boolean }[] = [];
  const kept: unknown[] = [];
  const waiting: ((answer: SaveAnswer) => void)[] = [];
  const saver = new DraftSaver({
    revision: 3,
    wishes: {},
    savedAt: null,
    body: (revision, wishes) => JSON.stringify({ revision, wishes }),
    send: (body, keepalive) => {
      sent.push({ ...(JSON.parse(body) as { revision: number; wishes: Wishes }), keepalive });
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : new Promise((resolve) => waiting.push(resolve));
    },
    keep: (draft) => kept.push(draft),
  });
  return { saver, sent, kept, answer: (answer: SaveAnswer) => waiting.shift()?.(answer) };
}

const saved = (revision: number): SaveAnswer => ({ kind: "saved", revision, at });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe("saving the draft as one goes", () => {
  it("waits for a pause and sends the latest draft only", async () => {
    const { saver, sent } = aSaver([saved(4)]);
    saver.want(draftOf("2026-12-01"));
    saver.want(draftOf("2026-12-01", "2026-12-03"));
    await jest.advanceTimersByTimeAsync(599);
    expect(sent).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([
      { revision: 3, wishes: draftOf("2026-12-01", "2026-12-03"), keepalive: true },
    ]);
    expect(saver.status()).toEqual({ kind: "saved", at });
    expect(saver.revision).toBe(4);
  });

  it("has one request in flight, then sends what came meanwhile from the new revision", async () => {
    const { saver, sent, answer } = aSaver();
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    saver.want(draftOf("2026-12-03"));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    answer(saved(4));
    await jest.advanceTimersByTimeAsync(0);
    expect(sent.map(({ revision }) => revision)).toEqual([3, 4]);
    expect(sent[1]?.wishes).toEqual(draftOf("2026-12-03"));
  });

  it("flushes before step 3, and says when the server did not take it", async () => {
    const good = aSaver([saved(4)]);
    good.saver.want(draftOf("2026-12-01"));
    await expect(good.saver.flush()).resolves.toBe(true);
    const bad = aSaver([{ kind: "failed" }]);
    bad.saver.want(draftOf("2026-12-01"));
    await expect(bad.saver.flush()).resolves.toBe(false);
    expect(bad.saver.status()).toEqual({ kind: "retrying" });
  });

  it("tries again after a failure, less and less often, and at once when the network is back", async () => {
    const failed: SaveAnswer = { kind: "failed" };
    const { saver, sent } = aSaver([failed, failed, failed, saved(4)]);
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(3);
    saver.retryNow();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(4);
    expect(saver.dirty).toBe(false);
  });

  it("keeps the draft in the tab once the session is over, and sends nothing more", async () => {
    const { saver, sent, kept } = aSaver([{ kind: "signedOut" }]);
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    saver.want(draftOf("2026-12-03"));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(kept.at(-1)).toEqual({ revision: 3, wishes: draftOf("2026-12-03") });
    expect(saver.status()).toEqual({ kind: "signedOut" });
  });

  it("never overwrites another device's draft unasked", async () => {
    const { saver, sent } = aSaver([{ kind: "otherDevice", revision: 9 }, saved(10)]);
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    saver.want(draftOf("2026-12-03"));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    await expect(saver.keepMine()).resolves.toBe(true);
    expect(sent[1]).toMatchObject({ revision: 9, wishes: draftOf("2026-12-03") });
  });

  it("drops its own version when the other one is taken", async () => {
    const { saver, sent, kept } = aSaver([{ kind: "otherDevice", revision: 9 }]);
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    saver.giveUp();
    saver.leave();
    expect(kept.at(-1)).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it("sends what is left when the page goes away, behind the request in flight", async () => {
    const { saver, sent, kept } = aSaver();
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    saver.want(draftOf("2026-12-03"));
    saver.leave();
    expect(sent.map(({ revision }) => revision)).toEqual([3, 4]);
    expect(kept.at(-1)).toEqual({ revision: 3, wishes: draftOf("2026-12-03") });
  });

  it("measures before it sends", async () => {
    const sent: string[] = [];
    const saver = new DraftSaver({
      revision: 0,
      wishes: {},
      savedAt: null,
      body: () => "x".repeat(900_001),
      send: (body) => {
        sent.push(body);
        return Promise.resolve(saved(1));
      },
      keep: () => undefined,
    });
    saver.want(draftOf("2026-12-01"));
    await jest.advanceTimersByTimeAsync(600);
    expect(sent).toHaveLength(0);
    expect(saver.status()).toEqual({ kind: "tooLarge" });
  });

  it("sends nothing when one comes back to what is saved", async () => {
    const { saver, sent } = aSaver();
    saver.want(draftOf("2026-12-01"));
    saver.want({});
    await jest.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(0);
    expect(saver.status().kind).toBe("saved");
  });
});

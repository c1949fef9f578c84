import { asAccount } from "@/tests/support/actors";
import pg from "pg";
import { GET as readyz } from "@/app/readyz/route";
import { currentActor } from "@/lib/auth";
import { databaseTimeouts } from "@/lib/database-timeouts";
import { prisma } from "@/lib/db";
import { env } from "@/lib/env";
import { anAccount } from "@/tests/support/builders/account";
import { howManyWait, untilWaiting } from "@/tests/support/database";

/** Somebody else's session of the database, which holds what the portal wants. */
async function besides<V>(work: (other: pg.Client) => Promise<V>): Promise<V> {
  const other = new pg.Client({ connectionString: env.DATABASE_URL });
  await other.connect();
  try {
    return await work(other);
  } finally {
    await other.end();
  }
}

async function isReady(): Promise<{ status: number; text: string; ms: number }> {
  const start = performance.now();
  const answer = await readyz();
  const text = await answer.text();
  return { status: answer.status, text, ms: performance.now() - start };
}

test("while a table is locked and fifteen pages wait for it, /readyz answers and each page ends", async () => {
  await asAccount(await anAccount(prisma));
  expect(await isReady()).toMatchObject({ status: 200, text: "ready\n" });
  await besides(async (other) => {
    await other.query(`BEGIN; LOCK TABLE "Session" IN ACCESS EXCLUSIVE MODE`);
    const start = performance.now();
    const pages = Array.from({ length: 15 }, () =>
      currentActor().then(
        () => "answered",
        () => performance.now() - start,
      ),
    );
    // Ten hold every connection of the pool; five wait for one.
    await untilWaiting(10);
    const ready = await isReady();
    expect(ready).toMatchObject({ status: 200 });
    expect(ready.ms).toBeLessThan(2_000);
    const most = databaseTimeouts.connection + databaseTimeouts.lock + 2_000;
    for (const ms of await Promise.all(pages)) {
      expect(ms).not.toBe("answered");
      expect(ms).toBeLessThan(most);
    }
    // The lock is still held: whoever needs another table is served.
    expect(await prisma.establishment.count()).toBeGreaterThanOrEqual(0);
    await other.query("ROLLBACK");
  });
  expect(await currentActor()).not.toBeNull();
}, 30_000);

test("a table of migrations that is locked is not waited for: not ready, within about two seconds", async () => {
  await besides(async (other) => {
    await other.query(`BEGIN; LOCK TABLE "_prisma_migrations" IN ACCESS EXCLUSIVE MODE`);
    const ready = await isReady();
    expect(ready).toMatchObject({ status: 503, text: "not ready: database\n" });
    expect(ready.ms).toBeLessThan(3_000);
    await other.query("ROLLBACK");
  });
  expect(await isReady()).toMatchObject({ status: 200 });
});

test("who asks at once shares one connection", async () => {
  await besides(async (other) => {
    await other.query(`BEGIN; LOCK TABLE "_prisma_migrations" IN ACCESS EXCLUSIVE MODE`);
    const asked = Array.from({ length: 20 }, isReady);
    await untilWaiting(1);
    expect(await howManyWait()).toBe(1);
    await other.query("ROLLBACK");
    for (const ready of await Promise.all(asked)) expect(ready.status).toBe(200);
  });
});

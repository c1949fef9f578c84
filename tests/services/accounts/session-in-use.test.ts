import { asAccount } from "@/tests/support/actors";
import { currentActor } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { anAccount } from "@/tests/support/builders/account";

describe("a session in use", () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const inMinutes = (minutes: number) => minutesAgo(-minutes);

  async function used(row: {
    lastSeenAt: Date;
    expiresAt: Date;
    endsAt: Date;
    idleSeconds: number;
  }) {
    const id = await asAccount(await anAccount(prisma));
    await prisma.session.update({ where: { id }, data: row });
    const actor = await currentActor();
    return { actor, now: await prisma.session.findUniqueOrThrow({ where: { id } }) };
  }

  test("slides: the end is put off from this use, never past the longest", async () => {
    const monthly = { idleSeconds: 2_592_000, endsAt: inMinutes(100 * 1440) };
    const { now: slid } = await used({
      ...monthly,
      lastSeenAt: minutesAgo(20 * 1440),
      expiresAt: inMinutes(10 * 1440),
    });
    expect(slid.expiresAt.getTime()).toBeGreaterThan(inMinutes(29 * 1440).getTime());
    expect(slid.lastSeenAt.getTime()).toBeGreaterThan(minutesAgo(1).getTime());
    const endsAt = inMinutes(60);
    const { now: capped } = await used({
      ...monthly,
      endsAt,
      lastSeenAt: minutesAgo(10),
      expiresAt: inMinutes(30),
    });
    expect(capped.expiresAt).toEqual(endsAt);
  });

  test("is written every five minutes, and every minute where half an hour ends it", async () => {
    const fourMinutes = { lastSeenAt: minutesAgo(4), expiresAt: inMinutes(20) };
    const long = { endsAt: inMinutes(600), idleSeconds: 43_200 };
    const short = { endsAt: inMinutes(600), idleSeconds: 1800 };
    expect((await used({ ...fourMinutes, ...long })).now.lastSeenAt).toEqual(
      fourMinutes.lastSeenAt,
    );
    expect((await used({ ...fourMinutes, ...short })).now.lastSeenAt).not.toEqual(
      fourMinutes.lastSeenAt,
    );
  });

  test("ends after its idle time", async () => {
    const agent = { endsAt: inMinutes(400), idleSeconds: 1800 };
    const idle = { lastSeenAt: minutesAgo(31), expiresAt: minutesAgo(1) };
    expect((await used({ ...agent, ...idle })).actor).toBeNull();
    const fresh = { lastSeenAt: minutesAgo(1), expiresAt: inMinutes(29) };
    expect((await used({ ...agent, ...fresh })).actor).not.toBeNull();
  });
});

import { isScheduler } from "@/lib/auth/scheduler";
import { now, realNow } from "@/lib/clock";
import { reportUnexpected } from "@/lib/report";
import { holdIdentity } from "@/lib/services/identity/hold-identity";
import { purge } from "@/lib/services/operational/purge";
import { deleteOrphans } from "@/lib/services/supporting-documents/delete-orphans";
import { remindExpiring } from "@/lib/services/supporting-documents/remind-expiring";

export const dynamic = "force-dynamic";

/**
 * Called once a day by the hosting's scheduler: tells families what expires, deletes files that nothing
 * names, and purges what has served its time. One does not wait for the other: a storage that is down silences no reminder.
 */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!isScheduler(request)) return new Response("Unauthorized\n", { status: 401, headers });
  // Reminders bear the town's name.
  await holdIdentity();
  const reminders = await orNull("remind-expiring", () => remindExpiring(now()));
  const files = await orNull("delete-orphans", () => deleteOrphans(realNow()));
  const purged = await orNull("purge", () => purge({ now: now(), realNow: realNow() }));
  const status = reminders && files && purged ? 200 : 500;
  return Response.json({ reminders, files, purged }, { status, headers });
}

/** Null where it failed: the log says how. */
async function orNull<V>(what: string, work: () => Promise<V>): Promise<V | null> {
  try {
    return await work();
  } catch (error) {
    reportUnexpected(what, error);
    return null;
  }
}

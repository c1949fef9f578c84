import { isScheduler } from "@/lib/auth/scheduler";
import { realNow } from "@/lib/clock";
import { sendOutbox } from "@/lib/services/operational/outbox";

export const dynamic = "force-dynamic";

/** Called every few minutes by the hosting's scheduler: sends again what could not leave. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!isScheduler(request)) return new Response("Unauthorized\n", { status: 401, headers });
  return Response.json(await sendOutbox(realNow()), { headers });
}

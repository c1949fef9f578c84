import { createHash, timingSafeEqual } from "node:crypto";
import { realNow } from "@/lib/clock";
import { env } from "@/lib/env";
import { sendOutbox } from "@/lib/services/operational/outbox";

export const dynamic = "force-dynamic";

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function isScheduler(request: Request): boolean {
  if (env.CRON_SECRET === undefined) return false;
  const given = request.headers.get("authorization") ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${env.CRON_SECRET}`));
}

/** Called every few minutes by the hosting's scheduler: sends again what could not leave. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  if (!isScheduler(request)) return new Response("Unauthorized\n", { status: 401, headers });
  return Response.json(await sendOutbox(realNow()), { headers });
}

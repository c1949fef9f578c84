import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Whether the request is the hosting's scheduler: it bears CRON_SECRET. */
export function isScheduler(request: Request): boolean {
  if (env.CRON_SECRET === undefined) return false;
  const given = request.headers.get("authorization") ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${env.CRON_SECRET}`));
}

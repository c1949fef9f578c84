import { whatIsMissing } from "@/lib/services/operational/readiness";

export const dynamic = "force-dynamic";

/**
 * The portal may receive people: the database answers, its migrations are applied and it cuts what
 * waits too long. Else what is missing, in one word.
 */
export async function GET(): Promise<Response> {
  const missing = await whatIsMissing();
  const headers = { "Cache-Control": "no-store" };
  if (missing === null) return new Response("ready\n", { headers });
  return new Response(`not ready: ${missing}\n`, { status: 503, headers });
}

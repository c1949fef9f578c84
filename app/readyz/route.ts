import { isReady } from "@/lib/services/operational/readiness";

export const dynamic = "force-dynamic";

/** The portal may receive people: the database answers and its migrations are applied. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  const headers = { "Cache-Control": "no-store" };
  return new Response(ready ? "ready\n" : "not ready\n", { status: ready ? 200 : 503, headers });
}

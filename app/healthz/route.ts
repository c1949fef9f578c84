/** The process answers. Nothing else is looked at: see /readyz. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "Cache-Control": "no-store" } });
}

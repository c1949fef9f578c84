/** Runs once when the server starts: a wrong configuration stops it there, with a clear message. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { stopUnlessConfigured } = await import("@/lib/env");
  stopUnlessConfigured();
  const { believeSocketsOnly } = await import("@/lib/auth/socket-address");
  believeSocketsOnly();
}

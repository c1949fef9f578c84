/** Runs once when the server starts: what would not work stops it there, with a clear message. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { stopUnlessConfigured } = await import("@/lib/env");
  stopUnlessConfigured();
  const { believeSocketsOnly } = await import("@/lib/auth/socket-address");
  believeSocketsOnly();
  const { stopUnlessFilesAreRead } = await import("@/lib/reading/check-reader");
  await stopUnlessFilesAreRead();
  const { holdIdentity } = await import("@/lib/services/identity/hold-identity");
  await holdIdentity();
}

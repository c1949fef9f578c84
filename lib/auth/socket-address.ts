import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";

/**
 * Where no front server of ours stands before the portal, nobody's X-Forwarded-For is believed: the
 * socket's own address takes its place before anything reads the request.
 */
export function believeSocketsOnly(): void {
  if (env.TRUSTED_PROXIES > 0) return;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "unknown";
  });
}

import "server-only";
import { isIP, isIPv6 } from "node:net";
import { env } from "@/lib/env";

/**
 * Where a request comes from, for the throttles: the hop that the outermost of our own front servers
 * wrote, counted from the right; what stands before it is the visitor's claim. Without a front server it
 * is the socket's address, the only one there (socket-address.ts). An IPv6 network counts as one address.
 */
export function networkAddress(
  forwardedFor: string | null,
  trustedProxies: number = env.TRUSTED_PROXIES,
): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => withoutPort(hop.trim()));
  const address = hops.at(-Math.max(1, trustedProxies)) ?? "";
  return isIP(address) === 0 ? "unknown" : networkOf(address);
}

function withoutPort(hop: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** A home or a phone holds a whole /64 of IPv6, and may take another address of it at each try. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = [...left, ...(tail === undefined ? [] : zeros), ...right].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`;
}

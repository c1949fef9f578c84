import "server-only";
import { networkAddress } from "@/lib/auth/network-address";
import type { Visitor } from "@/lib/services/operational/sign-in-events";

/** Where a request comes from: for the throttles and the journal of sign-ins. */
export function visitorOf(headers: Headers): Visitor {
  return {
    address: networkAddress(headers.get("x-forwarded-for")),
    userAgent: headers.get("user-agent"),
  };
}

import "server-only";
import { publicOrigin } from "@/lib/urls";
import { town } from "@/town/town";

/**
 * What passkeys are made for, as PUBLIC_URL says: its origin, and its host as the id that browsers bind them
 * to. A portal that moves to another host loses them all. Read when asked: a build has no configuration.
 */
export function relyingParty(): {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
} {
  const { hostname, origin } = new URL(publicOrigin());
  return { id: hostname, name: `${town.portalName} ${town.name}`, origin };
}

import { senderName, type TownIdentity } from "@/lib/domain/town-identity";
import type { Town } from "@/town/schema";

// One identity a process: the server's bundles each load this file again.
const shared = globalThis as typeof globalThis & { preauIdentity?: TownIdentity };

/** From now on `town` says this of itself; null: what its file says. For lib/services/identity only. */
export function showIdentity(identity: TownIdentity | null): void {
  if (identity) shared.preauIdentity = identity;
  else delete shared.preauIdentity;
}

/** What a town's file says of what may be changed by screens. */
export function identityOf({ name, ofName, portalName, site, department }: Town): TownIdentity {
  return {
    name,
    ofName,
    portalName,
    siteUrl: site.url,
    siteLabel: site.label,
    departmentName: department.name,
    email: department.email,
    phone: department.phone,
    address: department.address,
    openingHours: department.openingHours,
  };
}

/**
 * The town as its file says, and as it was renamed by screens since: what is read of it is read at each use,
 * never once for all.
 */
export function live(first: Town): Town {
  const now = () => shared.preauIdentity;
  return {
    ...first,
    get name() {
      return now()?.name ?? first.name;
    },
    get ofName() {
      return now()?.ofName ?? first.ofName;
    },
    get portalName() {
      return now()?.portalName ?? first.portalName;
    },
    get site() {
      const identity = now();
      return identity ? { url: identity.siteUrl, label: identity.siteLabel } : first.site;
    },
    get department() {
      const identity = now();
      if (!identity) return first.department;
      const { departmentName, email, phone, address, openingHours } = identity;
      return {
        name: departmentName,
        email,
        phone,
        address: [...address],
        openingHours: openingHours.map((each) => ({ ...each })),
      };
    },
    get mail() {
      const identity = now();
      return identity ? { senderName: senderName(identity) } : first.mail;
    },
  };
}

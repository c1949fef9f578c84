import { formatOpeningHours } from "@/lib/domain/town-identity";
import type { ShownIdentity } from "@/lib/services/identity/save-identity";

/** The town as its form starts from it, and in words. */
export function identityForm({ identity, stamp }: ShownIdentity) {
  const { address, openingHours, ...texts } = identity;
  const initial = {
    ...texts,
    address: address.join("\n"),
    openingHours: openingHours.map(formatOpeningHours).join("\n"),
  };
  return {
    line: { id: 1, shown: stamp },
    initial,
    facts: [
      { term: "Nom de la commune", detail: initial.name },
      { term: "Après un nom", detail: initial.ofName },
      { term: "Nom du portail", detail: initial.portalName },
      { term: "Site", detail: `${initial.siteLabel}, ${initial.siteUrl}` },
      { term: "Service", detail: initial.departmentName },
      { term: "Adresse électronique", detail: initial.email },
      { term: "Téléphone", detail: initial.phone },
      { term: "Adresse", detail: initial.address },
      { term: "Horaires", detail: initial.openingHours },
    ],
  };
}

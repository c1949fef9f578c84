import { addressParts } from "@/lib/domain/address";
import type { GuardianFacts, TypedChild, TypedGuardian } from "@/lib/domain/person";
import type { KnownChild } from "@/lib/services/family-admin/save-child";

/** What is known of a guardian as the form's texts; an address in another form stands in its first line. */
export function typedGuardian(facts: GuardianFacts | null): TypedGuardian {
  const address = facts?.address ?? null;
  const parts = address === null ? null : addressParts(address);
  return {
    civility: facts?.civility ?? "",
    firstName: facts?.firstName ?? "",
    lastName: facts?.lastName ?? "",
    email: facts?.email ?? "",
    phone: facts?.phone ?? "",
    otherPhone: facts?.otherPhone ?? "",
    street: parts?.street ?? address ?? "",
    complement: parts?.complement ?? "",
    postcode: parts?.postcode ?? "",
    city: parts?.city ?? "",
  };
}

/** The same of a child. */
export function typedChild(facts: KnownChild | null): TypedChild {
  return {
    firstName: facts?.firstName ?? "",
    lastName: facts?.lastName ?? "",
    birthDate: facts?.birthDate ?? "",
    school: facts?.school ?? "",
    schoolClass: facts?.schoolClass ?? "",
  };
}

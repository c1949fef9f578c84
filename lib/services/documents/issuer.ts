import "server-only";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { town } from "@/town/town";

/** The town's department, at the head of what it gives, as it is called now. */
export function issuer(): DocumentContent["issuer"] {
  const { name, address, phone, email } = town.department;
  return {
    name: town.legal.authority,
    lines: [[name, ...address].join(", "), `${phone} – ${email}`],
  };
}

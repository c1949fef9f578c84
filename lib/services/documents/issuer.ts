import "server-only";
import type { DocumentContent } from "@/lib/domain/issued-document";
import { town } from "@/town/town";

/** The town's department, at the head of what it gives. */
export const issuer: DocumentContent["issuer"] = {
  name: town.legal.authority,
  lines: [
    [town.department.name, ...town.department.address].join(", "),
    `${town.department.phone} – ${town.department.email}`,
  ],
};

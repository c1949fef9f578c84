import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";

/** No such request, or not for this account: the answer is the same. */
export function RequestNotFound({
  href,
  label,
  children,
}: {
  href: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeading lead={children}>Demande introuvable</PageHeading>
      <ButtonLink href={href} icon="arrow-left">
        {label}
      </ButtonLink>
    </>
  );
}

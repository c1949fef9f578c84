import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { LinkPending } from "./link-pending";

export type InnerLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { href: string };

/** A link within the portal. Pages are private and drawn at each visit, so none is fetched ahead. */
export function InnerLink({ href, children, ...rest }: InnerLinkProps) {
  return (
    <Link prefetch={false} {...rest} href={href as Route}>
      {children}
      <LinkPending />
    </Link>
  );
}

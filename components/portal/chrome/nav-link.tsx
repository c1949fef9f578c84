"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { InnerLink } from "@/components/ui/inner-link";

/** A link of the menu that knows whether it leads here, or to a page above. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: string;
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href;
  const above = href !== "/" && path.startsWith(`${href}/`);
  return (
    <InnerLink
      href={href}
      aria-current={here ? "page" : above ? "true" : undefined}
      className={className}
    >
      {children}
    </InnerLink>
  );
}

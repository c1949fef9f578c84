import { InnerLink } from "@/components/ui/inner-link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** The numbers to show: first, last, the current and its neighbours; null stands for a gap. */
function shownPages(current: number, count: number): (number | null)[] {
  const kept = [1, current - 1, current, current + 1, count].filter((n) => n >= 1 && n <= count);
  const pages = [...new Set(kept)].sort((a, b) => a - b);
  return pages.flatMap((n, i) => (i > 0 && n - (pages[i - 1] ?? n) > 1 ? [null, n] : [n]));
}

/** A page's number, as large as a finger. */
export const pageBox =
  "inline-flex min-h-target min-w-target items-center justify-center gap-1 rounded-lg border px-3";

function PageLink({
  href,
  label,
  children,
}: {
  href: string;
  label?: string;
  children: ReactNode;
}) {
  return (
    <InnerLink
      href={href}

      aria-label={label}
      className={`${pageBox} text-brand hover:border-control hover:bg-brand-soft border-transparent`}
    >
      {children}
    </InnerLink>
  );
}

/** Links between the pages of a list. Pages count from 1. Draws nothing for a single page. */
export function Pagination({
  current,
  count,
  hrefOf,
  label = "Pages",
}: {
  current: number;
  count: number;
  hrefOf: (page: number) => string;
  label?: string;
}) {
  if (count < 2) return null;
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap items-center gap-1">
        {current > 1 ? (
          <li>
            <PageLink href={hrefOf(current - 1)}>
              <Icon name="chevron-left" />
              Précédent
            </PageLink>
          </li>
        ) : null}
        {shownPages(current, count).map((page, index) => (
          <li key={page ?? `gap-${index}`}>
            {page === null ? (
              <span className="text-muted px-1" aria-hidden="true">
                …
              </span>
            ) : page === current ? (
              <span
                aria-current="page"
                className={`${pageBox} border-brand bg-brand text-on-brand font-bold`}
              >
                <span className="sr-only">Page </span>
                {page}
              </span>
            ) : (
              <PageLink href={hrefOf(page)} label={`Page ${page}`}>
                {page}
              </PageLink>
            )}
          </li>
        ))}
        {current < count ? (
          <li>
            <PageLink href={hrefOf(current + 1)}>
              Suivant
              <Icon name="chevron-right" />
            </PageLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

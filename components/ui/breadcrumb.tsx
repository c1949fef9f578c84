import { InnerLink } from "@/components/ui/inner-link";
import { Icon } from "@/components/ui/icon";

/** The way back up: links to the pages above, then this one. */
export function Breadcrumb({
  above,
  here,
}: {
  above: readonly { href: string; label: string }[];
  here: string;
}) {
  return (
    <nav aria-label="Vous êtes ici" className="no-print mb-3 text-sm">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {above.map((page) => (
          <li key={page.href} className="flex items-center gap-1.5">
            <InnerLink
              href={page.href}

              className="text-link min-h-target inline-flex items-center"
            >
              {page.label}
            </InnerLink>
            <Icon name="chevron-right" className="text-muted size-[0.9em]" />
          </li>
        ))}
        <li aria-current="page" className="text-muted">
          {here}
        </li>
      </ol>
    </nav>
  );
}

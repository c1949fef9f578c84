import { InnerLink } from "@/components/ui/inner-link";
import type { ReactNode } from "react";

/** Views of one thing, as links in one strip; the current one is marked by more than its colour. */
export function SegmentedLinks({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: ReactNode; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="no-print max-w-full">
      <ul className="border-line bg-sunken inline-flex max-w-full flex-wrap gap-1 rounded-xl border p-1">
        {items.map((item) => (
          <li key={item.href}>
            <InnerLink
              href={item.href}

              aria-current={item.current ? "page" : undefined}
              className={segmentClass(item.current)}
            >
              {item.label}
            </InnerLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One segment of the strip, for strips made of buttons or radios too. */
export function segmentClass(current: boolean): string {
  const look = current
    ? "border-control bg-card font-bold text-ink shadow-rest underline decoration-2 underline-offset-8 decoration-accent"
    : "border-transparent text-muted hover:bg-card hover:text-ink";
  return `inline-flex min-h-target items-center justify-center rounded-lg border px-4 ${look}`;
}

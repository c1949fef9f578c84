import type { ReactNode } from "react";

/** Names and what they hold, side by side where there is room. */
export function DescriptionList({
  items,
}: {
  items: readonly { term: ReactNode; detail: ReactNode }[];
}) {
  return (
    <dl className="divide-line divide-y">
      {items.map((item, index) => (
        <div key={index} className="grid gap-x-6 py-2 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 font-semibold">{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}

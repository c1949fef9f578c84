"use client";

import { useId, useState } from "react";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { pageBox } from "@/components/ui/pagination";
import { recapPages } from "@/lib/domain/recap";

/**
 * Every date, twenty to a page. Without JavaScript, and on paper, all pages are there one after the
 * other; the page buttons only hide what is not asked for.
 */
export function DatePages({ days, label }: { days: readonly Day[]; label: string }) {
  const pages = recapPages([...days]);
  const [current, setCurrent] = useState(0);
  const id = useId();
  return (
    <div>
      {pages.map((page, index) => (
        <ul
          key={index}
          id={`${id}-${index}`}
          className={`grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4 gap-y-1 ${
            index === current ? "" : "hidden print:grid"
          }`}
        >
          {page.map((d) => (
            <li key={d} className="whitespace-nowrap tabular-nums">
              {formatDay(d, "medium")}
            </li>
          ))}
        </ul>
      ))}
      {pages.length > 1 && (
        <nav aria-label={`Pages de dates, ${label}`} className="mt-3 print:hidden">
          <ol className="flex flex-wrap gap-1">
            {pages.map((page, index) => (
              <li key={index}>
                <button
                  type="button"
                  aria-current={index === current ? "page" : undefined}
                  aria-controls={`${id}-${index}`}
                  className={`${pageBox} text-brand hover:border-control hover:bg-brand-soft aria-[current]:border-control aria-[current]:bg-card aria-[current]:text-ink cursor-pointer border-transparent aria-[current]:font-bold`}
                  onClick={() => setCurrent(index)}
                >
                  <span className="sr-only">
                    {`Page ${index + 1} sur ${pages.length}, ${page.length} dates`}
                  </span>
                  <span aria-hidden="true">{index + 1}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </div>
  );
}

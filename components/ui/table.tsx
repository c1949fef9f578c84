import type { ReactNode } from "react";

/**
 * A native table in a frame that scrolls sideways by itself (and by keyboard: the frame takes focus), so
 * the page never does. Write `<thead>`, `<tbody>` and `<th scope>` inside.
 */
export function Table({
  caption,
  captionHidden = false,
  stickyHeader = false,
  children,
}: {
  caption: string;
  captionHidden?: boolean;
  /** Header stays in sight: the frame then also scrolls vertically, within the window. */
  stickyHeader?: boolean;
  children: ReactNode;
}) {
  const sticky =
    "max-h-[80dvh] [&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 print:max-h-none";
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className={`border-line bg-card overflow-auto rounded-xl border wrap-break-word ${stickyHeader ? sticky : ""}`}
    >
      <table className="[&_td]:border-line [&_tbody_th]:border-line [&_thead_th]:bg-sunken w-full border-collapse text-left [&_tbody_th]:border-t [&_td]:border-t [&_td]:px-3 [&_td]:py-2.5 [&_td]:align-top [&_th]:px-3 [&_th]:py-2.5 [&_th]:align-top [&_th]:font-semibold">
        <caption className={captionHidden ? "sr-only" : "px-3 py-3 text-left text-lg font-bold"}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

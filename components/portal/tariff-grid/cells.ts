/** Classes of the tariffs' tables: the first column stays in sight while the others scroll. */
export const headCell = "bg-sunken px-3 py-2 text-sm font-semibold align-bottom wrap-normal";
export const rowHead =
  "bg-card border-line sticky left-0 z-10 border-t border-r px-3 py-2 text-left font-semibold max-sm:max-w-[42vw] max-sm:break-words min-w-32 sm:min-w-44";
export const figureCell =
  "border-line border-t px-3 py-2 text-right tabular-nums whitespace-nowrap";
export const wordCell = "border-line border-t px-3 py-2 text-left";
export const table = "w-full border-separate border-spacing-0 text-left";

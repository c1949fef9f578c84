const bars = ["w-2/5", "w-full", "w-11/12", "w-3/5"];

/** What stands in while a page comes: quiet bars, and words for those who listen. */
export function Loading({ label = "Chargement en cours…" }: { label?: string }) {
  return (
    <div role="status" className="noscript:hidden">
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="grid gap-4 py-4">
        {bars.map((width) => (
          <div key={width} className={`skeleton bg-sunken h-6 rounded-md ${width}`} />
        ))}
        <div className="skeleton bg-sunken h-40 rounded-xl" />
      </div>
    </div>
  );
}

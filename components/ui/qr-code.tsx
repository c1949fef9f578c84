import { encode } from "uqr";

/**
 * A QR code, drawn on the server. Black on white whatever the colours of the page, with the border that readers
 * need: some do not read one that is light on dark. `label` says what it is to who does not see it.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="border-line w-full max-w-60 rounded-lg border bg-white"
    >
      <path d={dots.join("")} fill="#000000" />
    </svg>
  );
}

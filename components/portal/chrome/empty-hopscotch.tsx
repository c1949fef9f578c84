const squares = [
  { x: 60, y: 200, n: "1" },
  { x: 60, y: 148, n: "2" },
  { x: 34, y: 96, n: "3" },
  { x: 86, y: 96, n: "4" },
  { x: 60, y: 44, n: "?" },
];

/** A chalk hopscotch whose last square nobody has drawn. Decorative. */
export function EmptyHopscotch() {
  return (
    <svg
      viewBox="0 0 172 262"
      className="text-brand w-36 md:w-44"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {squares.map((square) => (
        <g key={square.n} strokeDasharray={square.n === "?" ? "2 8" : undefined}>
          <rect x={square.x} y={square.y} width="52" height="52" />
          <text
            x={square.x + 26}
            y={square.y + 36}
            textAnchor="middle"
            fontSize="26"
            fontWeight="700"
            fill="currentColor"
            stroke="none"
          >
            {square.n}
          </text>
        </g>
      ))}
      <path d="M60 44a26 26 0 0 1 52 0" strokeDasharray="2 8" />
      <circle cx="140" cy="186" r="9" fill="var(--accent)" stroke="none" />
    </svg>
  );
}

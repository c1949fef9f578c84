/**
 * The portal's icons, drawn on a 24-unit square with one round stroke of 1.75. Each value is a path;
 * a dot is a zero-length stroke.
 */
const drawings = {
  home: "M3.5 11 12 4l8.500 7M5.500 9.500V20h13V9.500M10 20v-5.500h4V20",
  calendar:
    "M4.500 6h15v14h-15zM4.500 10.500h15M8.500 3.500V7.500M15.500 3.500V7.500M8.500 14.500h.01M12 14.500h.01M15.500 14.500h.01",
  utensils:
    "M7.500 3.500v17M4.500 3.500V8a3 3 0 0 0 6 0V3.500M17 13.500v7M17 13.500h-2.500V8c0-2.600 1-4.200 2.500-4.500z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.800v1.700M12 19.500v1.700M2.800 12h1.700M19.500 12h1.700M5.500 5.500l1.200 1.200M17.300 17.300l1.200 1.200M18.500 5.500l-1.200 1.200M6.700 17.300l-1.200 1.200",
  moon: "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
  book: "M12 6.500C10 5 7 4.500 3.500 4.800v13.400c3.500-.3 6.500.200 8.500 1.700 2-1.500 5-2 8.500-1.700V4.800C17 4.500 14 5 12 6.500zM12 6.500v13.400",
  child:
    "M12 4.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7 20.500v-3a5 5 0 0 1 10 0v3M4.500 9.500l2.800 3.700M19.500 9.500l-2.800 3.700",
  family:
    "M8 4.500a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600zM3 20v-2.200a5 5 0 0 1 9.200-2.700M17 9.500a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400zM13 20.500a4 4 0 0 1 8 0",
  user: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20.500a7.500 7.500 0 0 1 15 0",
  check: "M4.500 12.500l5 5 10-11",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2",
  lock: "M5.500 11h13v9.500h-13zM8.500 11V7.500a3.500 3.500 0 0 1 7 0V11M12 15v2",
  warning: "M12 4L2.800 20h18.400zM12 10v4.500M12 17.200h.01",
  info: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11.200v5M12 7.800h.01",
  success: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM8 12.300l2.800 2.800L16 9.500",
  danger:
    "M8.300 3.500h7.400l4.800 4.800v7.400l-4.800 4.800H8.300l-4.800-4.800V8.300zM12 7.500v5.500M12 16.200h.01",
  "arrow-left": "M20 12H4.500M10.500 5.500L4 12l6.500 6.500",
  "arrow-right": "M4 12h15.500M13.500 5.500L20 12l-6.500 6.500",
  "chevron-left": "M15 5l-7 7 7 7",
  "chevron-right": "M9 5l7 7-7 7",
  "chevron-down": "M5 9l7 7 7-7",
  "chevron-up": "M5 15l7-7 7 7",
  undo: "M8.500 4.500L4 9l4.500 4.500M4 9h10a5.700 5.700 0 0 1 0 11.500H8.500",
  copy: "M8.500 8.500h12v12h-12zM15.500 8.500v-5h-12v12h5",
  repeat: "M4 11a7 7 0 0 1 7-6h8M16 2l3 3-3 3M20 13a7 7 0 0 1-7 6H5M8 22l-3-3 3-3",
  print: "M7 8V3.500h10V8M7 17.500H3.500V8h17v9.500H17M7 14h10v6.500H7z",
  download: "M12 3.500V15M6.500 10L12 15.500 17.500 10M4 20.500h16",
  mail: "M3.500 5.500h17v13h-17zM3.500 7l8.500 6.500L20.500 7",
  phone:
    "M5 3.500h4l1.700 4.700-2.300 1.600a12 12 0 0 0 5.800 5.800l1.600-2.300 4.700 1.700v4c0 .800-.600 1.500-1.500 1.500C10.700 20.500 3.500 13.300 3.500 5c0-.900.700-1.500 1.500-1.500z",
  document: "M6 3.500h8l4.500 4.500v12.500H6zM14 3.500V8h4.500M9 12.500h6M9 16h6",
  bell: "M5 17.500h14c-1.500-1.500-2-3.500-2-7a5 5 0 0 0-10 0c0 3.500-.500 5.500-2 7zM10 20.500h4M12 3v2",
  exit: "M10 4H4.500v16H10M9.500 12H20M15.500 7.500L20 12l-4.500 4.500",
  menu: "M4 6.500h16M4 12h16M4 17.500h16",
  search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L20.500 20.500",
  filter: "M3.500 5h17l-6.500 8v6.500l-4-2V13z",
  school:
    "M3 20.500h18M5 20.500V11M19 20.500V11M2.500 11L12 5l9.500 6zM12 5V2.500h3.500M10 20.500V16h4v4.500M9 13h.01M15 13h.01",
  external: "M13.500 4H20v6.500M20 4l-9 9M10 5.500H4.500v14h14V14",
  euro: "M18.500 6.500A7 7 0 0 0 7 12a7 7 0 0 0 11.500 5.500M3.500 10.500h10M3.500 13.500h9",
  camera: "M3.500 7.500h4l2-3h5l2 3h4v12h-17zM12 10a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z",
  car: "M4 17.500v-5l2.500-6h11l2.500 6v5zM4 12.500h16M7.500 17.500v2.500M16.500 17.500v2.500M7.500 15h.01M16.500 15h.01",
  hospital: "M4.500 20.500v-14h15v14zM12 9v6M9 12h6M9.500 20.500v-3h5v3",
  health:
    "M12 20.500C5 16 3 12 3 8.800A4.800 4.800 0 0 1 12 6.500a4.800 4.800 0 0 1 9 2.300c0 3.200-2 7.200-9 11.700z",
  edit: "M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19zM14 6.500L17.500 10",
} as const;

export type IconName = keyof typeof drawings;

/**
 * A decorative drawing, 1.25 em by default: it grows with the text beside it, and that text carries the
 * meaning. Give `label` only where the icon stands alone.
 */
export function Icon({
  name,
  label,
  className = "size-[1.25em]",
}: {
  name: IconName;
  label?: string | undefined;
  className?: string;
}) {
  const spoken = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      className={`inline-block shrink-0 ${className}`}
      {...spoken}
    >
      <path d={drawings[name]} />
    </svg>
  );
}

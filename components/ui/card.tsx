import type { ReactNode } from "react";

/** A sheet of paper on the wall. With `title`, a section named by its heading. */
export function Card({
  title,
  titleId,
  level = 2,
  aside,
  children,
  className = "",
}: {
  title?: ReactNode;
  /** Needed with `title`: names the section. */
  titleId?: string | undefined;
  level?: 2 | 3;
  /** At the right of the title: a tag, a link. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  const Frame = title ? "section" : "div";
  return (
    <Frame
      aria-labelledby={title ? titleId : undefined}
      className={`border-line bg-card shadow-rest rounded-xl border p-[min(1.25rem,5vw)] ${className}`}
    >
      {title ? (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <Heading id={titleId} className="min-w-0">
            {title}
          </Heading>
          {aside}
        </div>
      ) : null}
      {children}
    </Frame>
  );
}

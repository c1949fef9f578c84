"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** A first-level heading that takes the focus when it appears: the router changes pages without moving it. */
export function FocusedHeading({
  children,
  className,
}: {
  children: ReactNode;
  className: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}

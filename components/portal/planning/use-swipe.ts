"use client";

import { useEffect, useRef, type RefObject } from "react";

/** How far a finger goes, in pixels, before it means another week. */
const FAR = 60;

/**
 * A finger drawn sideways turns the page: to the left for what follows. One that scrolls (up, down, or a
 * wide table) turns nothing.
 */
export function useSwipe(turn: (by: 1 | -1) => void): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const here = area.current;
    if (!here) return;
    const stop = new AbortController();
    let from: Touch | null = null;
    here.addEventListener(
      "touchstart",
      ({ touches }) => {
        from = touches.length === 1 && !slides(touches[0]?.target) ? (touches[0] ?? null) : null;
      },
      { signal: stop.signal, passive: true },
    );
    here.addEventListener(
      "touchend",
      ({ changedTouches: [to] }) => {
        if (!from || !to) return;
        const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
        if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) latest.current(x < 0 ? 1 : -1);
      },
      { signal: stop.signal, passive: true },
    );
    return () => stop.abort();
  });
  return area;
}

function slides(target: EventTarget | undefined): boolean {
  const region = target instanceof Element ? target.closest("[role=region]") : null;
  return region !== null && region.scrollWidth > region.clientWidth;
}

"use client";

import { useSyncExternalStore } from "react";

/** `both` until the browser has said: the server draws the two, and the style sheet hides one. */
export type Screen = "both" | "phone" | "desktop";

/** Tailwind's `md`. */
const WIDE = "(min-width: 48rem)";

export function useScreen(): Screen {
  return useSyncExternalStore(subscribe, screenNow, () => "both");
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

function screenNow(): Screen {
  return window.matchMedia(WIDE).matches ? "desktop" : "phone";
}

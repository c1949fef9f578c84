"use client";

import { useLinkStatus } from "next/link";

/** A bar at the top of the screen while the page that the link leads to is on its way. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? <span className="loading-bar" aria-hidden="true" /> : null;
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const shownBefore = new WeakSet<object>();

/**
 * Going back with the router shows the page as it was sent, without what was saved since: the same
 * object a second time means that the server must be asked again.
 */
export function useFreshPage(sent: object): void {
  const router = useRouter();
  useEffect(() => {
    if (shownBefore.has(sent)) router.refresh();
    else shownBefore.add(sent);
  }, [sent, router]);
}

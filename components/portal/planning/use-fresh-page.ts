"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { BookingContext } from "@/lib/domain/booking/context";

const shownBefore = new WeakSet<BookingContext>();

/**
 * Going back with the router shows the page as it was sent, without what was saved since: the same
 * object a second time means that the server must be asked again.
 */
export function useFreshPage(context: BookingContext): void {
  const router = useRouter();
  useEffect(() => {
    if (shownBefore.has(context)) router.refresh();
    else shownBefore.add(context);
  }, [context, router]);
}

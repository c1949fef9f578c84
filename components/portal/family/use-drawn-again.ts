"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Answer = { readonly ok: boolean; readonly refusal?: string } | null;

/**
 * After a refusal the page is drawn again with what is true now; not where it would be drawn for
 * another home than the form's.
 */
export function useDrawnAgain(answer: Answer): void {
  const router = useRouter();
  useEffect(() => {
    if (answer?.ok === false && answer.refusal !== "other-family") router.refresh();
  }, [answer, router]);
}

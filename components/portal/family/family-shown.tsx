"use client";

import { useRouter } from "next/navigation";
import { createContext, use, useEffect, type ReactNode } from "react";

const Shown = createContext<number | null>(null);

/** The family that the frame around the page says is shown; null where nobody acts for one. */
export function FamilyShown({
  familyId,
  children,
}: {
  familyId: number | null;
  children: ReactNode;
}) {
  return <Shown value={familyId}>{children}</Shown>;
}

/**
 * Draws the frame again where it names another home than the page: it stays from page to page, and
 * another tab may have switched the home meanwhile.
 */
export function useFrameOf(familyId: number): void {
  const shown = use(Shown);
  const router = useRouter();
  useEffect(() => {
    if (shown !== null && shown !== familyId) router.refresh();
  }, [shown, familyId, router]);
}

/** In each form of a family: for which home it was drawn. What is sent is for that one, or refused. */
export function FamilyField({ familyId }: { familyId: number }) {
  useFrameOf(familyId);
  return <input type="hidden" name="familyId" value={familyId} />;
}

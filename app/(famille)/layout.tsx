import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { FamilyShown } from "@/components/portal/family/family-shown";
import { currentActor } from "@/lib/auth";

/** Parents' pages. Each one asks for its proof itself: a layout is not drawn again at each step. */
export default async function FamilyLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <FamilyShown familyId={actor?.familyId ?? null}>
      <Frame>{children}</Frame>
    </FamilyShown>
  );
}

import type { ReactNode } from "react";
import { signOut, switchFamily } from "@/app/(public)/connexion/actions";
import { menuOf, viewerOf } from "@/app/menu";
import { PageFrame } from "@/components/portal/chrome/page-frame";
import { currentActor } from "@/lib/auth";
import { holdIdentity } from "@/lib/services/identity/hold-identity";
import { hasPublishedPages } from "@/lib/services/info-pages/published";

/** The portal around a page, for whoever looks at it. Pages themselves decide who may. */
export async function Frame({ children }: { children: ReactNode }) {
  await holdIdentity();
  const actor = await currentActor();
  return (
    <PageFrame
      viewer={actor && viewerOf(actor)}
      menu={menuOf(actor, await hasPublishedPages())}
      actions={{ signOut, switchFamily }}
    >
      {children}
    </PageFrame>
  );
}

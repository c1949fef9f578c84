import type { ReactNode } from "react";
import { Footer } from "@/components/portal/chrome/footer";
import { FamilySwitch } from "@/components/portal/chrome/family-switch";
import { Header, type ChromeActions } from "@/components/portal/chrome/header";
import type { MenuItem, Viewer } from "@/components/portal/chrome/viewer";
import { SkipLink } from "@/components/ui/skip-link";

/** What surrounds every page: the way past the header, the header, the content, the footer. */
export function PageFrame({
  viewer,
  menu,
  actions,
  children,
}: {
  viewer: Viewer | null;
  menu: readonly MenuItem[];
  actions: ChromeActions;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <Header viewer={viewer} menu={menu} actions={actions} />
      {viewer ? <FamilySwitch viewer={viewer} switchFamily={actions.switchFamily} /> : null}
      <main id="contenu" tabIndex={-1} className="shell grow pt-10">
        {children}
      </main>
      <Footer />
    </div>
  );
}

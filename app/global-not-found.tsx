import type { Metadata } from "next";
import { PortalDocument, portalMetadata, portalViewport } from "@/app/document";
import { Frame } from "@/app/frame";
import { PageNotFound } from "@/components/portal/chrome/page-not-found";
import { town } from "@/town/town";

export function generateMetadata(): Metadata {
  return {
    ...portalMetadata(),
    title: `Page introuvable – ${town.portalName} ${town.ofName}`,
  };
}

export const viewport = portalViewport;

/** An address that no page has. It has no layout: it brings document and frame itself. */
export default function GlobalNotFound() {
  return (
    <PortalDocument>
      <Frame>
        <PageNotFound />
      </Frame>
    </PortalDocument>
  );
}

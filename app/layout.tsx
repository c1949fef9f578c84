import type { ReactNode } from "react";
import { PortalDocument, portalMetadata, portalViewport } from "@/app/document";

export const generateMetadata = portalMetadata;
export const viewport = portalViewport;

export default function RootLayout({ children }: { children: ReactNode }) {
  return <PortalDocument>{children}</PortalDocument>;
}

import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { townStyle } from "@/town/style";
import { town } from "@/town/town";

const hyperlegible = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
      style: "normal",
    },
  ],
  weight: "200 800",
  display: "swap",
  preload: true,
  variable: "--font-body",
});

/** What every page says of itself, where it says nothing else: the names of the moment. */
export function portalMetadata(): Metadata {
  const portal = `${town.portalName} ${town.ofName}`;
  return {
    title: { template: `%s – ${portal}`, default: portal },
    description: `Cantine, accueil, études et mercredis\u00a0: ${portal}.`,
    robots: { index: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** Colours of the browser's own frame, by theme. */
export const portalViewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: town.colours.light.band },
    { media: "(prefers-color-scheme: dark)", color: town.colours.dark.band },
  ],
};

/** The HTML document around every page: language, typeface, the town's colours. */
export function PortalDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" className={hyperlegible.variable} style={townStyle(town)}>
      <body>{children}</body>
    </html>
  );
}

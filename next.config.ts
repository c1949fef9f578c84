import type { NextConfig } from "next";

/** Headers that never change, on every answer. proxy.ts adds those that do (CSP's nonce, caches). */
const headers = {
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Links with a secret (activation, password) never leave for another site.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Known where the portal is built for one town; proxy.ts tells Next at each request else. */
const publicUrl = process.env["PUBLIC_URL"] ?? "";

const config: NextConfig = {
  experimental: {
    // An address that no page has is answered by a document of its own (ADR 0025).
    globalNotFound: true,
    // What Next keeps of a body for proxy.ts, which takes 1,000,000 and must see that there is more.
    proxyClientMaxBodySize: 1_200_000,
    serverActions: { allowedOrigins: URL.canParse(publicUrl) ? [new URL(publicUrl).host] : [] },
  },
  typedRoutes: true,
  // The gate has looked at them a moment before, and says so (scripts/check.mjs).
  typescript: { ignoreBuildErrors: process.env["TYPES_ARE_CHECKED"] === "1" },
  poweredByHeader: false,
  // Native code, a driver that opens sockets, and what reads files of its own: left to Node.
  serverExternalPackages: ["@node-rs/argon2", "@simplewebauthn/server", "pg", "pdfkit"],
  // The typeface that documents embed, which no import names.
  outputFileTracingIncludes: {
    // What reads files runs outside of the server: its programs and their packages are named here.
    "/**": [
      "./lib/reading/programs/*.mjs",
      "./node_modules/{unpdf,sharp,@img,detect-libc,semver,read-excel-file,papaparse,fflate,saxen,worker-f}/**/*",
    ],
    "/**/*.pdf": [
      "./node_modules/@fontsource/atkinson-hyperlegible-next/files/*-latin-{400,700}-normal.woff",
    ],
  },
  // `next dev` writes no file of its own into the repository.
  agentRules: false,
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
      },
    ]),
};

export default config;

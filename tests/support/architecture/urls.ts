import ts from "typescript";
import { type Law, inFolder, isProduct, nodesOf, place } from "./source";

/** `lib/urls` makes addresses of it; cookies and the two that look at a sender compare with it. */
const readsTheOrigin = [
  "lib/urls.ts",
  "lib/env.ts",
  "lib/auth/cookies.ts",
  "lib/route.ts",
  "proxy.ts",
];

/** What has no page of its own: whatever path it writes is one that leaves the portal. */
const below = ["lib/services", "lib/emails", "lib/documents", "lib/commit"];

/**
 * Addresses that leave the portal (e-mails, documents, commands) stand in `lib/urls`, where the compiler
 * compares them with the pages: nobody else writes the portal's origin, nor a path below the pages.
 */
export const urlsStandInOneFile: Law = (sources) =>
  sources
    .filter((source) => isProduct(source) && !readsTheOrigin.includes(source.path))
    .flatMap((source) =>
      [...nodesOf(source)]
        .filter(
          (node) =>
            (ts.isIdentifier(node) && node.text === "PUBLIC_URL") ||
            (below.some((folder) => inFolder(source.path, folder)) && isPath(node)),
        )
        .map((node) => `${place(source, node)} writes an address beside lib/urls`),
    );

const isPath = (node: ts.Node) =>
  (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) && /^\/[a-z]/.test(node.text);

/**
 * A path of this portal to come back to after signing in, or "/". Anything that a browser could
 * read as another site ("//x", "/\x", "https:…", control characters) becomes "/".
 */
export function returnPath(text: string | null | undefined): string {
  if (!text || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\")) return "/";
  const url = new URL(text, "http://portal.invalid");
  const path = url.pathname + url.search;
  const loops = /^\/(connexion|api)(\/|$)/.test(url.pathname);
  return url.host !== "portal.invalid" || path.startsWith("//") || loops ? "/" : path;
}

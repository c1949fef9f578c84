import type { ImportVerdict } from "@/lib/domain/town-import/import-plan";

export const importsHref = "/admin/import";

export const importsAbove = [
  { href: "/admin/familles", label: "Familles" },
  { href: importsHref, label: "Importer" },
] as const;

export function importHref(id: string, state: VerdictParam = "toutes", page = 1): string {
  const query = new URLSearchParams();
  if (state !== "toutes") query.set("etat", state);
  if (page > 1) query.set("page", String(page));
  const path = `${importsHref}/${id}`;
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** How an address names the lines that it shows. */
export const verdictParams = {
  toutes: ["added", "changed", "same", "doubtful", "wrong"],
  erreurs: ["wrong"],
  doutes: ["doubtful"],
  changees: ["changed"],
  nouvelles: ["added"],
  identiques: ["same"],
} as const satisfies Record<string, readonly ImportVerdict[]>;

export type VerdictParam = keyof typeof verdictParams;

export function verdictParam(text: string): VerdictParam {
  return Object.hasOwn(verdictParams, text) ? (text as VerdictParam) : "toutes";
}

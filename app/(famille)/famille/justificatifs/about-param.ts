import type { DocumentAbout } from "@/lib/domain/supporting-document";

/** "famille", "enfant-12" or "responsable-3", for forms and addresses. */
export function aboutParam({ childId, guardianId }: DocumentAbout): string {
  if (childId !== null) return `enfant-${childId}`;
  return guardianId === null ? "famille" : `responsable-${guardianId}`;
}

/** Null where the text is none of the three. */
export function parseAbout(text: string): DocumentAbout | null {
  if (text === "famille") return { childId: null, guardianId: null };
  const [, kind, id] = /^(enfant|responsable)-([1-9]\d{0,8})$/.exec(text) ?? [];
  if (!kind) return null;
  return kind === "enfant"
    ? { childId: Number(id), guardianId: null }
    : { childId: null, guardianId: Number(id) };
}

import type { ContactAnswer } from "@/lib/services/contacts/save";

const acts = ["ajout", "modification", "retrait"] as const;
type Act = (typeof acts)[number];

/** The list, which says what was just done. */
export function doneHref(act: Act, { contactId, submissionId }: ContactAnswer): string {
  const query = new URLSearchParams({ fait: act, contact: String(contactId) });
  if (submissionId !== null) query.set("envoi", submissionId);
  return `/famille/contacts?${query.toString()}`;
}

/** What was just done, from the URL; null where it says nothing of the kind. */
export function actParam(text: string): Act | null {
  return acts.find((act) => act === text) ?? null;
}

/** "Madame Jeanne TEST fait partie de vos contacts." */
export function doneSentence(act: Act, name: string | null): string {
  const who = name ?? "Ce contact";
  switch (act) {
    case "ajout":
      return `${who} fait partie de vos contacts.`;
    case "modification":
      return `${who}\u00a0: vos modifications sont enregistrées.`;
    case "retrait":
      return "Ce contact est retiré.";
  }
}

/** The démarche, in its addresses and as drafts name it. */
export const authorizationsDemarche = "autorisations";

/** The form of one child. */
export function formOf(childId: number): { demarche: string; subject: string } {
  return { demarche: authorizationsDemarche, subject: String(childId) };
}

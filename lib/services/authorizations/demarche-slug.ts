/** As requests, submissions and drafts name the démarche. */
export const authorizationsDemarche = "autorisations";

/** The form of one child. */
export function formOf(childId: number): { demarche: string; subject: string } {
  return { demarche: authorizationsDemarche, subject: String(childId) };
}

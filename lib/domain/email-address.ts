/**
 * Whether it is written as an e-mail address, accents and marks as "a&b@école.fr" included. The one check of
 * every form, and a rough one: that it is somebody's is known once its link was opened.
 */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@,;:<>()]+@[^\s@,;:<>().]+(\.[^\s@,;:<>().]+)*\.[^\s@,;:<>().]{2,}$/.test(text);
}

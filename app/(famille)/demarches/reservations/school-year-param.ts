/** `?annee=` of the démarche's pages: a school year's id, or null where it says nothing readable. */
export function schoolYearParam(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}

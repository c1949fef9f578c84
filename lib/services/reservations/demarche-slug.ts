/** The name under which the réservation multi-activités is stored with its drafts. */
export const demarcheSlug = "reservations";

/** The name under which the réservation multi-activités is stored with its drafts and requests. */
export const demarcheSlug = "reservations";

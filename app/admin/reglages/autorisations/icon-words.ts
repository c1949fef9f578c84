import type { IconName } from "@/components/ui/icon";

/** The drawings that fit an authorization, and what each shows. */
export const authorizationIcons = {
  exit: "Sortie",
  camera: "Appareil photo",
  car: "Voiture",
  hospital: "Hôpital",
  health: "Cœur",
  family: "Deux personnes",
  child: "Enfant",
  sun: "Soleil",
  utensils: "Couverts",
  book: "Livre",
  phone: "Téléphone",
  document: "Document",
} as const satisfies Partial<Record<IconName, string>>;

export type AuthorizationIcon = keyof typeof authorizationIcons;

export const authorizationIconNames = Object.keys(
  authorizationIcons,
) as readonly AuthorizationIcon[];

import type { Demarche } from "@/lib/demarche";
import { absence } from "./absence/demarche";
import { autorisations } from "./autorisations/demarche";
import { reservations } from "./reservations/demarche";
import { tariffs } from "./tarifs/demarche";

/** Every démarche of the portal, one line each: home page, menu and site map are drawn from it. */
export const catalogue: readonly Demarche[] = [reservations, absence, tariffs, autorisations];

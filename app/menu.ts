import { catalogue } from "@/app/(famille)/demarches/catalogue";
import type { MenuItem, Viewer } from "@/components/portal/chrome/viewer";
import type { IconName } from "@/components/ui/icon";
import type { Actor } from "@/lib/auth";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";

const help: MenuItem = { href: "/aide", label: "Aide", icon: "info" };

/** What exists for this person, and nothing else. */
export function menuOf(role: Actor["role"] | null): readonly MenuItem[] {
  if (role === null) return [help, { href: "/contact", label: "Contact", icon: "mail" }];
  if (role !== "guardian") {
    return [{ href: "/admin/demandes", label: "Demandes", icon: "document" }];
  }
  return [
    { href: "/", label: "Mon accueil", icon: "home" },
    {
      label: "Démarches",
      links: catalogue.map(({ href, title, icon }) => ({
        href,
        label: title,
        icon: icon as IconName,
      })),
    },
    { href: "/demandes", label: "Mes demandes", icon: "document" },
    help,
  ];
}

export function viewerOf(actor: Actor): Viewer {
  const before = actor.previousSignInAt;
  return {
    name: `${actor.firstName} ${actor.lastName}`,
    previousSignIn: before && formatMoment(momentOfInstant(before)),
    home: actor.role === "guardian" ? "/" : "/admin/demandes",
    families: actor.families.map((family) => ({
      ...family,
      current: family.id === actor.familyId,
    })),
  };
}

import { catalogue } from "@/app/(famille)/demarches/catalogue";
import type { MenuItem, Viewer } from "@/components/portal/chrome/viewer";
import type { IconName } from "@/components/ui/icon";
import { authorizeTownAgent, type Actor } from "@/lib/auth";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";

/** Without an account; parents have the démarche. */
const simulation: MenuItem = { href: "/simulation", label: "Simuler les tarifs", icon: "euro" };

const help: MenuItem = { href: "/aide", label: "Aide", icon: "info" };

const families: MenuItem = { href: "/admin/familles", label: "Familles", icon: "user" };

const tariffs: MenuItem = { href: "/admin/tarifs", label: "Tarifs", icon: "book" };

const settings: MenuItem = { href: "/admin/reglages", label: "Réglages", icon: "edit" };

/** What exists for this person, and nothing else. */
export function menuOf(actor: Actor | null): readonly MenuItem[] {
  if (actor === null)
    return [simulation, help, { href: "/contact", label: "Contact", icon: "mail" }];
  if (actor.role !== "guardian") {
    return [
      { href: "/admin/demandes", label: "Demandes", icon: "document" },
      { href: "/admin/effectifs", label: "Effectifs", icon: "family" },
      ...(authorizeTownAgent(actor) ? [families, tariffs, settings] : []),
    ];
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
    {
      label: "Ma famille",
      links: [
        { href: "/famille", label: "Coordonnées et enfants", icon: "family" },
        { href: "/famille/contacts", label: "Mes contacts", icon: "phone" },
        { href: "/famille/justificatifs", label: "Mes justificatifs", icon: "document" },
      ],
    },
    { href: "/documents", label: "Édition de documents", icon: "download" },
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

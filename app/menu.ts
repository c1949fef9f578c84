import type { Route } from "next";
import { catalogue } from "@/app/(famille)/demarches/catalogue";
import type { MenuItem, Viewer } from "@/components/portal/chrome/viewer";
import type { IconName } from "@/components/ui/icon";
import type { Actor } from "@/lib/auth";
import { roleMay, type AgentPermission } from "@/lib/domain/access";
import { momentOfInstant } from "@/lib/domain/day";
import { formatMoment } from "@/lib/domain/day-words";

/** Without an account; parents have the démarche. */
const simulation: MenuItem = { href: "/simulation", label: "Simuler les tarifs", icon: "euro" };

const news: MenuItem = { href: "/actualites", label: "Actualités", icon: "bell" };

const infoPages: MenuItem = { href: "/infos-pratiques", label: "Infos pratiques", icon: "book" };

const help: MenuItem = { href: "/aide", label: "Aide", icon: "info" };

/** The agents' pages, each for who may: the first that one may see is one's home. */
const agentPages: readonly (MenuItem & { href: Route; permission: AgentPermission })[] = [
  { href: "/admin/demandes", label: "Demandes", icon: "document", permission: "read-requests" },
  { href: "/admin/effectifs", label: "Effectifs", icon: "family", permission: "read-day-list" },
  { href: "/admin/familles", label: "Familles", icon: "user", permission: "read-families" },
  {
    href: "/admin/fermetures",
    label: "Fermetures",
    icon: "calendar",
    permission: "manage-closures",
  },
  { href: "/admin/tarifs", label: "Tarifs", icon: "book", permission: "manage-tariffs" },
  { href: "/admin/actualites", label: "Actualités", icon: "bell", permission: "manage-news" },
  {
    href: "/admin/infos-pratiques",
    label: "Infos pratiques",
    icon: "info",
    permission: "manage-news",
  },
  { href: "/admin/reglages", label: "Réglages", icon: "edit", permission: "manage-settings" },
  { href: "/admin/agents", label: "Agents", icon: "lock", permission: "manage-agents" },
];

const pagesOf = ({ role }: Actor) =>
  agentPages.filter(({ permission }) => roleMay(role, permission));

/** Where this person begins. */
export function homeOf(actor: Actor): Route {
  return roleMay(actor.role, "act-for-family") ? "/" : (pagesOf(actor)[0]?.href ?? "/aide");
}

const account: MenuItem = { href: "/compte", label: "Mon compte", icon: "lock" };

/** What exists for this person, and nothing else. `hasInfoPages`: whether one is published. */
export function menuOf(actor: Actor | null, hasInfoPages: boolean): readonly MenuItem[] {
  const info = hasInfoPages ? [infoPages] : [];
  if (actor === null)
    return [simulation, news, ...info, help, { href: "/contact", label: "Contact", icon: "mail" }];
  if (!roleMay(actor.role, "act-for-family"))
    return [...pagesOf(actor).map(({ permission: _, ...item }) => item), account];
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
    news,
    { href: "/documents", label: "Édition de documents", icon: "download" },
    ...info,
    account,
    help,
  ];
}

export function viewerOf(actor: Actor): Viewer {
  const before = actor.previousSignInAt;
  return {
    name: `${actor.firstName} ${actor.lastName}`,
    previousSignIn: before && formatMoment(momentOfInstant(before)),
    home: homeOf(actor),
    families: actor.families.map((family) => ({
      ...family,
      current: family.id === actor.familyId,
    })),
  };
}

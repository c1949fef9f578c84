import type { Metadata } from "next";
import { catalogue } from "@/app/(famille)/demarches/catalogue";
import { menuOf } from "@/app/menu";
import { publicPages } from "@/components/portal/chrome/footer";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { currentActor, type Actor } from "@/lib/auth";
import { hasPublishedPages } from "@/lib/services/info-pages/published";

export const metadata: Metadata = { title: "Plan du site" };

/** What a family has once it is signed in. */
const families = [
  { href: "/", label: "Mon accueil" },
  ...catalogue.map(({ href, title }) => ({ href, label: title })),
  { href: "/demandes", label: "Mes demandes" },
  { href: "/famille", label: "Ma famille" },
  { href: "/famille/contacts", label: "Mes contacts" },
  { href: "/famille/justificatifs", label: "Mes justificatifs" },
  { href: "/documents", label: "Édition de documents" },
  { href: "/compte", label: "Mon compte" },
];

const open = [
  { href: "/connexion", label: "Connexion" },
  { href: "/connexion/lien", label: "Recevoir un lien de connexion" },
  { href: "/mot-de-passe", label: "Mot de passe oublié" },
  { href: "/simulation", label: "Simulation des tarifs" },
  { href: "/actualites", label: "Actualités" },
  ...publicPages.filter((page) => page.href !== "/plan-du-site"),
];

function Links({ id, title, links }: { id: string; title: string; links: typeof families }) {
  return (
    <nav aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="mt-2">
        {links.map((link) => (
          <li key={link.href}>
            <InnerLink href={link.href} className="text-link min-h-target inline-flex items-center">
              {link.label}
            </InnerLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every page of the menu of whoever is signed in, lists unfolded. */
const pagesOf = (actor: Actor, hasInfoPages: boolean) =>
  menuOf(actor, hasInfoPages)
    .flatMap((item) => ("links" in item ? item.links : [item]))
    .map(({ href, label }) => ({ href, label }));

export default async function SiteMapPage() {
  const actor = await currentActor();
  const hasInfoPages = await hasPublishedPages();
  const forAll = hasInfoPages
    ? [...open, { href: "/infos-pratiques", label: "Infos pratiques" }]
    : open;
  return (
    <>
      <PageHeading>Plan du site</PageHeading>
      <div className="grid gap-8 md:grid-cols-2">
        {actor ? (
          <Links id="vous" title="Vos pages" links={pagesOf(actor, hasInfoPages)} />
        ) : (
          <Links id="familles" title="Une fois connecté" links={families} />
        )}
        <Links id="public" title="Pour tous" links={forAll} />
      </div>
    </>
  );
}

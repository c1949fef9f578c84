import type { Metadata } from "next";
import { catalogue } from "@/app/(famille)/demarches/catalogue";
import { publicPages } from "@/components/portal/chrome/footer";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";

export const metadata: Metadata = { title: "Plan du site" };

const signedIn = [
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
  { href: "/mot-de-passe", label: "Mot de passe oublié" },
  { href: "/simulation", label: "Simulation des tarifs" },
  ...publicPages.filter((page) => page.href !== "/plan-du-site"),
];

function Links({ id, title, links }: { id: string; title: string; links: typeof signedIn }) {
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

export default function SiteMapPage() {
  return (
    <>
      <PageHeading>Plan du site</PageHeading>
      <div className="grid gap-8 md:grid-cols-2">
        <Links id="familles" title="Une fois connecté" links={signedIn} />
        <Links id="public" title="Pour tous" links={open} />
      </div>
    </>
  );
}

import { Icon } from "@/components/ui/icon";
import { InnerLink } from "@/components/ui/inner-link";
import { town } from "@/town/town";

/** The public pages that the footer and the site map list. */
export const publicPages = [
  { href: "/aide", label: "Aide" },
  { href: "/contact", label: "Contact" },
  { href: "/verifier", label: "Vérifier un document" },
  { href: "/plan-du-site", label: "Plan du site" },
  { href: "/accessibilite", label: `Accessibilité\u00a0: ${town.accessibility.status}` },
  { href: "/donnees-personnelles", label: "Données personnelles" },
  { href: "/conditions-generales", label: "Conditions générales" },
  { href: "/mentions-legales", label: "Mentions légales" },
] as const;

const line = "inline-flex min-h-target items-center gap-2 underline-offset-4 hover:underline";

export function Footer() {
  const { department } = town;
  return (
    <footer className="no-print border-line bg-sunken mt-16 border-t">
      <div className="shell grid gap-x-12 gap-y-8 py-8 md:grid-cols-[minmax(16rem,1fr)_2fr]">
        <section aria-labelledby="footer-department">
          <h2 id="footer-department" className="text-lg">
            {department.name}
          </h2>
          <ul>
            <li>
              <a href={`mailto:${department.email}`} className={line}>
                <Icon name="mail" className="text-brand size-[1.25em]" />
                {department.email}
              </a>
            </li>
            <li>
              <a href={`tel:${department.phone.replaceAll(" ", "")}`} className={line}>
                <Icon name="phone" className="text-brand size-[1.25em]" />
                {department.phone}
              </a>
            </li>
            <li>
              <a href={town.site.url} className={line}>
                <Icon name="external" className="text-brand size-[1.25em]" />
                {town.site.label}
              </a>
            </li>
          </ul>
        </section>
        <nav aria-label="Informations">
          <ul className="grid gap-x-8 sm:grid-cols-2">
            {publicPages.map((page) => (
              <li key={page.href}>
                <InnerLink href={page.href} className={line}>
                  {page.label}
                </InnerLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="shell text-muted pb-6 text-sm">
        {`${town.portalName} ${town.ofName}. Préau, un logiciel libre.`}
      </p>
    </footer>
  );
}

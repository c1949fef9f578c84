import { EmptyHopscotch } from "@/components/portal/chrome/empty-hopscotch";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";

/** What stands in the frame where there is no page, or none for who asks: never which of the two. */
export function PageNotFound() {
  return (
    <div className="grid items-center gap-8 md:grid-cols-[1fr_auto]">
      <div>
        <PageHeading
          lead={
            <>
              Cette page n’existe pas, n’existe plus, ou n’est pas visible avec votre compte.
              Vérifiez l’adresse, ou repartez de l’accueil.
            </>
          }
        >
          Page introuvable
        </PageHeading>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/" icon="home">
            Aller à l’accueil
          </ButtonLink>
          <ButtonLink href="/plan-du-site" variant="secondary">
            Voir le plan du site
          </ButtonLink>
        </div>
      </div>
      <EmptyHopscotch />
    </div>
  );
}

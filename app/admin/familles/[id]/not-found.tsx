import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";

export default function NotFound() {
  return (
    <>
      <PageHeading lead="Cette famille n’existe pas, ou cette page n’est pas pour elle.">
        Famille introuvable
      </PageHeading>
      <ButtonLink href="/admin/familles" icon="arrow-left">
        Chercher une famille
      </ButtonLink>
    </>
  );
}

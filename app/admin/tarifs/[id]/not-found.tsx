import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/page-heading";

export default function NotFound() {
  return (
    <>
      <PageHeading lead="Ce tarif n’existe pas, ou cette page n’est pas pour lui&nbsp;: un tarif publié ne se modifie plus.">
        Tarif introuvable
      </PageHeading>
      <ButtonLink href="/admin/tarifs" icon="arrow-left">
        Voir les tarifs
      </ButtonLink>
    </>
  );
}

import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { quotientDetail, type DetailedQuotient } from "@/lib/domain/tariff/quotient-detail";

/** « Afficher » : where the family's quotient comes from, and how it was worked out. */
export function QuotientDetail({ quotient }: { quotient: DetailedQuotient }) {
  return (
    <Disclosure summary="Afficher le détail de mon quotient familial">
      <DescriptionList
        items={quotientDetail(quotient).map(([term, detail]) => ({ term, detail }))}
      />
    </Disclosure>
  );
}

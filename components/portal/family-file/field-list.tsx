import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { InnerLink } from "@/components/ui/inner-link";
import { familyFields, type FieldState } from "@/lib/domain/family-file";
import { fieldValueInWords } from "@/lib/domain/family-file-words";

/** A field as it is listed; the request that asks to change it may be the other home's. */
export interface ListedField extends FieldState {
  readonly pending: (NonNullable<FieldState["pending"]> & { readonly familyId: number }) | null;
}

/** Fields of the file: what counts, and what waits for the service. */
export function FieldList({
  fields,
  familyId,
}: {
  fields: readonly ListedField[];
  familyId: number;
}) {
  return (
    <DescriptionList
      items={fields.map((one) => ({
        term: familyFields[one.field].label,
        detail: <Value one={one} familyId={familyId} />,
      }))}
    />
  );
}

function Value({ one, familyId }: { one: ListedField; familyId: number }) {
  const { field, value, pending } = one;
  return (
    <>
      <span
        className={value === null ? "text-muted font-normal" : "wrap-anywhere whitespace-pre-line"}
      >
        {fieldValueInWords(field, value)}
      </span>
      {pending && (
        <span className="mt-1 block font-normal">
          <Badge tone="warning" icon="clock">
            En attente
          </Badge>{" "}
          <span className="wrap-anywhere">
            {`${fieldValueInWords(field, pending.value).replaceAll("\n", ", ")}, `}
          </span>
          <AskedBy pending={pending} familyId={familyId} />
        </span>
      )}
    </>
  );
}

function AskedBy({
  pending,
  familyId,
}: {
  pending: NonNullable<ListedField["pending"]>;
  familyId: number;
}) {
  const words = `demande n°\u00a0${pending.requestNumber}`;
  if (pending.familyId !== familyId) return `${words}, de l’autre foyer`;
  return (
    <InnerLink href={`/demandes/${pending.requestNumber}`} className="text-link">
      {words}
    </InnerLink>
  );
}

import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { InnerLink } from "@/components/ui/inner-link";
import type { SupportingDocumentType } from "@/lib/domain/supporting-document";

/** The documents that the town asks for: each leads to its form. */
export function TypeList({
  types,
  hrefOf,
}: {
  types: readonly SupportingDocumentType[];
  hrefOf: (type: SupportingDocumentType) => string;
}) {
  if (types.length === 0)
    return <Callout>La mairie ne demande aucun document pour le moment.</Callout>;
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {types.map((type) => (
        <li key={type.id}>
          <InnerLink
            href={hrefOf(type)}
            className="border-line bg-card shadow-rest flex h-full items-center gap-3 rounded-xl border p-4 no-underline hover:underline"
          >
            <Icon name="document" className="text-brand size-[1.6em]" />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{type.label}</span>
              {type.explanation && (
                <span className="text-muted block text-sm">{type.explanation}</span>
              )}
            </span>
            <Icon name="chevron-right" />
          </InnerLink>
        </li>
      ))}
    </ul>
  );
}

import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { OfferedTemplate } from "@/lib/services/settings/answer-templates";

/**
 * The town's templates for this kind of request, to read and to take one; nothing where there are none.
 * Without JavaScript they are read and copied.
 */
export function TemplateChoice({
  templates,
  said,
  onTake,
}: {
  templates: readonly OfferedTemplate[];
  /** What became of the last one taken. */
  said: string;
  onTake: (template: OfferedTemplate) => void;
}) {
  const hydrated = useHydrated();
  if (templates.length === 0) return null;
  return (
    <div className="max-w-2xl">
      <Disclosure summary="Partir d’un modèle de réponse">
        <p className="text-muted text-sm">
          {hydrated
            ? "Le texte se met dans le motif, à la suite de ce que vous avez écrit. Vous pouvez ensuite le changer."
            : "Copiez un texte dans le motif, puis changez ce que vous voulez."}
        </p>
        <ul className="divide-line divide-y">
          {templates.map((template) => (
            <li
              key={template.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
            >
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-semibold wrap-anywhere">{template.name}</p>
                <p className="wrap-anywhere whitespace-pre-line">{template.text}</p>
              </div>
              {hydrated && (
                <Button variant="secondary" wide onClick={() => onTake(template)}>
                  Reprendre ce texte
                  <span className="sr-only">{`\u00a0: ${template.name}`}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Disclosure>
      <div role="status">{said && <p className="mt-2 text-sm font-semibold">{said}</p>}</div>
    </div>
  );
}

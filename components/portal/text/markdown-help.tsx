import { Disclosure } from "@/components/ui/disclosure";

const signs = [
  ["## Un titre", "un titre, au début d’une ligne"],
  ["**en gras**", "des mots en gras"],
  ["*en italique*", "des mots en italique"],
  ["- Une ligne", "une ligne d’une liste\u00a0; «\u00a01. Une ligne\u00a0» pour la numéroter"],
  ["[le site](https://…)", "un lien"],
] as const;

/** How a text is laid out, next to the field in which it is typed. */
export function MarkdownHelp() {
  return (
    <Disclosure summary="Mettre le texte en forme">
      <p>Une ligne vide sépare deux paragraphes. Quelques signes suffisent pour le reste&nbsp;:</p>
      <dl className="mt-2 grid gap-2">
        {signs.map(([sign, what]) => (
          <div key={sign} className="flex flex-wrap gap-x-3">
            <dt className="font-semibold">{sign}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

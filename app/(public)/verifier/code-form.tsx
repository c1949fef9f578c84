import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

/** Types the number of a document. A plain form: its answer is a page with an address. */
export function CodeForm({ typed = "", error }: { typed?: string; error?: string | undefined }) {
  return (
    <form action="/verifier" noValidate className="grid max-w-xl gap-5">
      <TextField
        name="numero"
        label="Numéro du document"
        hint="Douze lettres et chiffres, au pied de chaque page. Par exemple 7KQ4-M9RT-2XWH."
        defaultValue={typed}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={error}
      />
      <p>
        <Button type="submit" icon="search" wide>
          Vérifier
        </Button>
      </p>
    </form>
  );
}

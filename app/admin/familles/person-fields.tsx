import { DateField, TextField } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { TypedChild, TypedGuardian } from "@/lib/domain/person";

type MessageOf = (field: string) => string | undefined;

/** Somebody else's names and numbers: the browser's own are never proposed. */
function textOf<T extends TypedGuardian | TypedChild>(typed: T, messageOf: MessageOf) {
  return (name: keyof T & string) => ({
    name,
    defaultValue: String(typed[name]),
    error: messageOf(name),
    autoComplete: "off",
    maxLength: 100,
  });
}

/** What an agent types of a guardian. */
export function GuardianFields({
  typed,
  messageOf,
}: {
  typed: TypedGuardian;
  messageOf: MessageOf;
}) {
  const text = textOf(typed, messageOf);
  return (
    <div className="grid max-w-xl gap-5">
      <RadioGroup
        name="civility"
        legend="Civilité"
        optional
        inline
        options={[
          { value: "madame", label: "Madame" },
          { value: "monsieur", label: "Monsieur" },
        ]}
        defaultValue={typed.civility}
      />
      <TextField {...text("firstName")} label="Prénom" />
      <TextField {...text("lastName")} label="Nom" />
      <TextField
        {...text("email")}
        label="Adresse électronique"
        hint="Le lien pour ouvrir son compte y est envoyé."
        type="email"
        inputMode="email"
        optional
      />
      <TextField {...text("phone")} label="Téléphone" type="tel" optional className="max-w-56" />
      <TextField
        {...text("otherPhone")}
        label="Autre téléphone"
        type="tel"
        optional
        className="max-w-56"
      />
      <TextField {...text("street")} label="Numéro et rue" optional />
      <TextField {...text("complement")} label="Bâtiment, étage, chez…" optional />
      <TextField
        {...text("postcode")}
        label="Code postal"
        inputMode="numeric"
        optional
        className="max-w-32"
      />
      <TextField {...text("city")} label="Commune" optional />
    </div>
  );
}

/** What an agent types of a child. */
export function ChildFields({ typed, messageOf }: { typed: TypedChild; messageOf: MessageOf }) {
  const text = textOf(typed, messageOf);
  return (
    <div className="grid max-w-xl gap-5">
      <TextField {...text("firstName")} label="Prénom" />
      <TextField {...text("lastName")} label="Nom" />
      <DateField
        name="birthDate"
        label="Date de naissance"
        defaultValue={typed.birthDate}
        error={messageOf("birthDate")}
      />
      <TextField {...text("school")} label="École" optional />
      <TextField
        {...text("schoolClass")}
        label="Classe"
        hint="Par exemple CE1."
        optional
        className="max-w-32"
      />
    </div>
  );
}

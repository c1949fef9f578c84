import type { DocumentContent } from "@/lib/domain/issued-document";
import { formatCents } from "@/lib/domain/money";
import { priceRefusalWords } from "@/lib/domain/tariff/price";
import type { SimulatedActivity, SimulatedUnit } from "@/lib/domain/tariff/simulation";
import type { TypedSituation } from "@/lib/domain/tariff/situation";

type Table = NonNullable<DocumentContent["table"]>;
type Row = Table["groups"][number]["rows"][number];

export const indicative =
  "Cette simulation est indicative. Le prix de chaque réservation est celui du tarif en vigueur le jour réservé.";

/** The fields of a situation, as a sentence names them. */
export const situationWords: Readonly<Record<keyof TypedSituation, string>> = {
  residence: "tarification",
  quotient: "quotient familial",
  categorie: "catégorie de la personne",
  enfants: "nombre d’enfants à charge",
  parts: "nombre de parts",
  rang: "rang de l’enfant",
};

/** The prices of a simulation as a document shows them: by activity and unit, each with its reason. */
export function priceTableOf(activities: readonly SimulatedActivity[]): Table {
  return {
    titles: ["Activités", "Unités", "Tarifs"],
    groups: activities.map(({ label, units }) => ({ name: label, rows: units.map(rowOf) })),
  };
}

function rowOf({ label, remark, priced }: SimulatedUnit): Row {
  const own = remark === null ? [] : [remark];
  if (!priced.ok)
    return {
      name: label,
      remarks: [...own, priceRefusalWords[priced.refusal]],
      value: "Pas de prix",
    };
  const { amount, lines } = priced.value;
  const steps = lines.flatMap((line) => (line.amount === null ? [] : [line]));
  const reasons = steps.map((step) =>
    steps.length === 1 || step.amount === null
      ? step.label
      : `${step.label} = ${formatCents(step.amount)}`,
  );
  return { name: label, remarks: [...own, ...reasons], value: formatCents(amount) };
}

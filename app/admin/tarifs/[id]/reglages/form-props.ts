import type { TypedReduction } from "@/lib/domain/tariff/typed-reduction";
import type { UnknownQuotient } from "@/lib/domain/tariff/version";

/** The form's own shape. */
export interface Settings {
  name: string;
  unknownQuotient: UnknownQuotient;
  reductions: TypedReduction[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly Choice[];
}

export interface SettingsFormProps {
  versionId: number;
  revision: number;
  settings: Settings;
  groups: readonly ChoiceGroup[];
  categories: readonly Choice[];
  idempotencyKey: string;
}

import { useMemo } from "react";
import type { Action } from "@/lib/action";
import { useSentForm } from "@/app/use-sent-form";

/** What the controls of a form start from, by their names: boxes of one name are a list. */
export type SettingValues = Readonly<Record<string, string | readonly string[]>>;

export type SettingFields = Pick<
  ReturnType<typeof useSettingForm>,
  "text" | "chosen" | "messageOf"
>;

/** What would close reserved days leads to the box that confirms it. */
const contradicted = { "reservations-contradicted": "confirmed" };

/**
 * A setting's form. The browser keeps what was typed; without JavaScript the refusal gives it back, and
 * the controls start from that.
 */
export function useSettingForm<V>(
  act: Action<V>,
  initial: SettingValues,
  fieldOf: Readonly<Record<string, string>>,
) {
  const places = useMemo(() => ({ ...contradicted, ...fieldOf }), [fieldOf]);
  const form = useSentForm(act, places, "enregistrer");
  const answered = form.answer?.ok === false ? form.answer.typed : undefined;
  const valueOf = (name: string) => (answered ?? initial)[name];
  return {
    ...form,
    text: (name: string): string => {
      const value = valueOf(name);
      return typeof value === "string" ? value : "";
    },
    chosen: (name: string): readonly string[] => {
      const value = valueOf(name);
      if (typeof value === "string") return [value];
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

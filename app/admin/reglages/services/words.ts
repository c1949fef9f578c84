import type { ListedDepartment } from "@/lib/services/settings/departments";

export const departmentsAbove = [
  { href: "/admin/reglages", label: "Réglages" },
  { href: "/admin/reglages/services", label: "Services municipaux" },
] as const;

/** A service as its form starts from it, and in words. */
export function departmentForm({ id, setting, stamp }: ListedDepartment) {
  const { name, email, phone } = setting;
  return {
    line: { id, shown: stamp },
    initial: { name, email, phone: phone ?? "" },
    facts: [
      { term: "Nom", detail: name },
      { term: "Adresse électronique", detail: email },
      { term: "Téléphone", detail: phone ?? "Aucun" },
    ],
  };
}

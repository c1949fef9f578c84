import { Breadcrumb } from "@/components/ui/breadcrumb";

/** The way from the list of families to a page of one of them. */
export function FamilyBreadcrumb({
  family,
  here,
}: {
  family: { readonly id: number; readonly name: string };
  here: string;
}) {
  return (
    <Breadcrumb
      above={[
        { href: "/admin/familles", label: "Familles" },
        { href: `/admin/familles/${family.id}`, label: `Famille ${family.name}` },
      ]}
      here={here}
    />
  );
}

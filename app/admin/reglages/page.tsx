import type { Metadata } from "next";
import { Icon, type IconName } from "@/components/ui/icon";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";

export const metadata: Metadata = { title: "Réglages" };

const cards = [
  {
    href: "/admin/reglages/ouverture",
    title: "Ouvrir le portail",
    icon: "success",
    text: "Ce qui est en place, ce qui manque, et ce qu’il faut prévoir.",
  },
  {
    href: "/admin/reglages/identite",
    title: "Nom et coordonnées",
    icon: "home",
    text: "Le nom de la commune et du portail, et comment joindre le service.",
  },
  {
    href: "/admin/reglages/annees",
    title: "Années scolaires",
    icon: "calendar",
    text: "La rentrée, le dernier jour de classe et les vacances, que suivent toutes les activités.",
  },
  {
    href: "/admin/reglages/services",
    title: "Services municipaux",
    icon: "mail",
    text: "Les services qui répondent aux familles, avec leur adresse et leur téléphone.",
  },
  {
    href: "/admin/reglages/etablissements",
    title: "Établissements",
    icon: "school",
    text: "Les écoles et les centres où les enfants sont accueillis.",
  },
  {
    href: "/admin/reglages/activites",
    title: "Activités",
    icon: "utensils",
    text: "Ce que les familles réservent\u00a0: unités, délais, ce qu’un agent examine.",
  },
  {
    href: "/admin/reglages/groupes",
    title: "Groupes et ouvertures",
    icon: "clock",
    text: "Où et quand chaque activité ouvre, les fermetures et les ouvertures exceptionnelles.",
  },
  {
    href: "/admin/reglages/autorisations",
    title: "Autorisations",
    icon: "check",
    text: "Ce que les familles autorisent ou interdisent pour chaque enfant et pour ses contacts.",
  },
  {
    href: "/admin/reglages/dossier",
    title: "Dossier de la famille",
    icon: "family",
    text: "Ce que les familles voient et modifient de leur dossier, ce qu’un agent examine, et la liste des régimes alimentaires.",
  },
  {
    href: "/admin/reglages/justificatifs",
    title: "Justificatifs",
    icon: "document",
    text: "Les documents que la commune demande, à qui, et combien de temps ils sont valables.",
  },
  {
    href: "/admin/reglages/reponses",
    title: "Modèles de réponse",
    icon: "edit",
    text: "Les textes que les agents reprennent pour expliquer un refus aux familles.",
  },
] as const satisfies readonly { icon: IconName; [fact: string]: string }[];

/** What the town sets itself. */
export default async function SettingsPage() {
  await requirePermission("manage-settings");
  return (
    <>
      <PageHeading lead="Ce que la commune propose et demande aux familles. Un réglage vaut dès qu’il est enregistré.">
        Réglages
      </PageHeading>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {cards.map(({ href, title, icon, text }) => (
          <li
            key={href}
            className="border-line bg-card shadow-rest has-[a:hover]:border-control relative rounded-xl border p-[min(1.25rem,5vw)]"
          >
            <Icon name={icon} className="text-brand size-[1.8em]" />
            <h2 className="mt-2 text-lg">
              {/* The whole card is the target; its name is the setting's. */}
              <InnerLink
                href={href}
                className="text-link after:absolute after:inset-0 after:rounded-xl"
              >
                {title}
              </InnerLink>
            </h2>
            <p className="mt-1">{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { ReactNode } from "react";
import { AnswerBadge } from "@/components/portal/authorizations/answer-badge";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { InnerLink } from "@/components/ui/inner-link";
import {
  childRightLabel,
  childRightNames,
  isLimited,
  type ChildRights,
} from "@/lib/domain/child-rights";
import type { Day } from "@/lib/domain/day";
import { formatDay, formatPeriod } from "@/lib/domain/day-words";

interface Child {
  readonly id: number;
  readonly name: string;
  readonly birthDate: Day | null;
  readonly school: string | null;
  readonly schoolClass: string | null;
  readonly diet: string | null;
  readonly insurer: string | null;
  readonly insurancePolicy: string | null;
  readonly insuranceValidUntil: Day | null;
  readonly category: { readonly label: string } | null;
  readonly rights: ChildRights;
  readonly rightsReason: string | null;
  readonly otherHomes: readonly { readonly id: number; readonly name: string }[];
  readonly answers: readonly { readonly label: string; readonly allowed: boolean | null }[];
  readonly contactAnswers: readonly {
    readonly label: string;
    readonly contact: string;
    readonly allowed: boolean;
  }[];
  readonly inscriptions: readonly {
    readonly id: number;
    readonly activity: string;
    readonly place: string;
    readonly from: Day;
    readonly to: Day;
  }[];
}

/** A child of the family; what is known of its health is asked for apart. */
export function ChildCard({
  child,
  path,
  health,
}: {
  child: Child;
  /** Of the pages that change what is said of the child; null for who may not. */
  path: string | null;
  health: ReactNode;
}) {
  return (
    <Card
      title={child.name}
      titleId={`enfant-${child.id}`}
      aside={isLimited(child.rights) && <Badge tone="warning">Droits limités</Badge>}
    >
      <DescriptionList items={factsOf(child)} />
      {health}
      {path !== null && (
        <div className="mt-4 flex flex-wrap gap-3">
          <ButtonLink href={`${path}/fiche`} variant="secondary" icon="edit" wide>
            Modifier la fiche <span className="sr-only">{child.name}</span>
          </ButtonLink>
          <ButtonLink href={`${path}/categorie`} variant="secondary" icon="euro" wide>
            Changer la catégorie <span className="sr-only">{child.name}</span>
          </ButtonLink>
          <ButtonLink href={`${path}/droits`} variant="secondary" icon="lock" wide>
            Droits de cette famille <span className="sr-only">{child.name}</span>
          </ButtonLink>
        </div>
      )}
      <h3 className="mt-5">Autorisations en vigueur</h3>
      <ul className="divide-line divide-y">
        {child.answers.map(({ label, allowed }) => (
          <Answer key={label} label={label} allowed={allowed} />
        ))}
        {child.contactAnswers.map(({ label, contact, allowed }) => (
          <Answer key={label + contact} label={`${label}\u00a0: ${contact}`} allowed={allowed} />
        ))}
      </ul>
      <h3 className="mt-5">Inscriptions</h3>
      {child.inscriptions.length === 0 && <p>Aucune inscription en cours ou à venir.</p>}
      <ul className="list-disc pl-5">
        {child.inscriptions.map(({ id, activity, place, from, to }) => (
          <li key={id}>
            {`${activity}, ${place}`}
            <span className="text-muted block text-sm">{formatPeriod({ from, to })}</span>
          </li>
        ))}
      </ul>
      {path !== null && (
        <div className="mt-3">
          <ButtonLink href={`${path}/inscriptions`} variant="secondary" icon="calendar" wide>
            Inscrire, changer les dates <span className="sr-only">{child.name}</span>
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function Answer({ label, allowed }: { label: string; allowed: boolean | null }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
      <span className="min-w-0">{label}</span>
      <AnswerBadge allowed={allowed} />
    </li>
  );
}

function factsOf(child: Child): { term: string; detail: ReactNode }[] {
  const { birthDate, school, schoolClass, diet, category } = child;
  return [
    { term: "Né(e) le", detail: birthDate ? formatDay(birthDate, "dateMedium") : "Non connu" },
    { term: "École", detail: [school, schoolClass].filter(Boolean).join(", ") || "Non connue" },
    { term: "Régime alimentaire", detail: diet ?? "Non renseigné" },
    { term: "Assurance", detail: insuranceInWords(child) },
    { term: "Catégorie de tarif", detail: category?.label ?? "Pas encore dite" },
    ...otherHomes(child),
    ...limits(child),
  ];
}

function insuranceInWords({ insurer, insurancePolicy, insuranceValidUntil }: Child): string {
  const policy = insurancePolicy === null ? null : `contrat ${insurancePolicy}`;
  const until = insuranceValidUntil && `jusqu’au ${formatDay(insuranceValidUntil, "dateMedium")}`;
  return [insurer, policy, until].filter(Boolean).join(", ") || "Non connue";
}

function otherHomes({ otherHomes: homes }: Child): { term: string; detail: ReactNode }[] {
  return homes.map(({ id, name }) => ({
    term: "Autre foyer",
    detail: (
      <InnerLink href={`/admin/familles/${id}`} className="text-link">
        {`Famille ${name}`}
      </InnerLink>
    ),
  }));
}

function limits({ rights, rightsReason }: Child): { term: string; detail: ReactNode }[] {
  if (!isLimited(rights)) return [];
  const taken = childRightNames.filter((right) => !rights[right]);
  return [
    {
      term: "Droits retirés à cette famille",
      detail: (
        <>
          {taken.map((right) => childRightLabel[right].toLowerCase()).join(", ")}
          {rightsReason !== null && (
            <span className="text-muted block font-normal">{rightsReason}</span>
          )}
        </>
      ),
    },
  ];
}

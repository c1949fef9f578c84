import type { ReactNode } from "react";
import { idParam, textParam, type Query } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";

/** The page of one of the town's lists: what was just saved, then its lines, or why there are none. */
export function SettingList({
  title,
  above = [{ href: "/admin/reglages", label: "Réglages" }],
  lead,
  add,
  query,
  lines,
  empty,
  aside,
  children,
}: {
  title: string;
  /** The pages above it; none where it stands in the menu itself. */
  above?: readonly { href: string; label: string }[];
  lead: string;
  /** Null where nothing can be added yet. */
  add: { href: string; label: string } | null;
  query: Query;
  lines: readonly { id: number; stamp: string; label: string }[];
  empty: { title: string; text: string };
  /** Between the heading and the lines: which of them are shown. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const savedId = idParam(textParam(query, "enregistre"));
  const saved = lines.find(({ id }) => id === savedId);
  return (
    <>
      {above.length > 0 && <Breadcrumb above={above} here={title} />}
      <PageHeading
        lead={lead}
        actions={
          add && (
            <ButtonLink href={add.href} icon="plus" wide>
              {add.label}
            </ButtonLink>
          )
        }
      >
        {title}
      </PageHeading>
      <div className="grid gap-6">
        {saved && <Outcome key={saved.stamp}>{`C’est enregistré\u00a0: ${saved.label}.`}</Outcome>}
        {aside}
        {lines.length === 0 ? (
          <EmptyState icon="school" title={empty.title}>
            {empty.text}
          </EmptyState>
        ) : (
          children
        )}
      </div>
    </>
  );
}

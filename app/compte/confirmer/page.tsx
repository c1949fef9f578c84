import type { Metadata } from "next";
import { type Query, textParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { returnPath } from "@/lib/auth/return-path";
import { ConfirmByPasskey } from "../cles/confirm-form";
import { giveCode } from "../validation/actions";
import { CodeForm } from "../validation/code-form";
import { NoTelephone } from "../validation/no-telephone-help";

const title = "Confirmer que c’est moi";

export const metadata: Metadata = { title };

/** Before something grave; then back to where it was asked. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor } = await requireOwnAccount();
  const retour = returnPath(textParam(await searchParams, "retour"));
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={[{ href: "/compte", label: "Mon compte" }]} here={title} />
      <PageHeading lead="Ce que vous allez faire est sensible. La confirmation vaut pour un quart d’heure.">
        {title}
      </PageHeading>
      <div className="grid gap-6">
        {actor.factor.hasPasskey ? <ConfirmByPasskey retour={retour} /> : null}
        <CodeForm act={giveCode} retour={retour} label="Confirmer" />
        <NoTelephone />
      </div>
    </div>
  );
}

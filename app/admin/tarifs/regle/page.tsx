import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { followingLabel } from "@/lib/domain/tariff/following";
import { readPriceSetting } from "@/lib/services/tariffs/save-price-setting";
import { PriceRuleForm } from "./rule-form";

export const metadata: Metadata = { title: "Règle des prix" };

/** What the prices of reservations follow until they are billed. */
export default async function PriceRulePage({ searchParams }: PageProps<"/admin/tarifs/regle">) {
  const { agent } = await requirePermission("manage-tariffs");
  const { id, setting, stamp } = await readPriceSetting(agent);
  const saved = textParam(await searchParams, "enregistre") !== "";
  const label = followingLabel[setting.following];
  return (
    <>
      <Breadcrumb above={[{ href: "/admin/tarifs", label: "Tarifs" }]} here="Règle des prix" />
      <PageHeading lead="Un nouveau tarif, un quotient ou une catégorie peut changer ce que coûte un jour déjà réservé. La commune choisit ce que la famille paie.">
        Règle des prix
      </PageHeading>
      <div className="grid max-w-2xl gap-6">
        {saved && (
          <Outcome key={stamp}>{`C’est enregistré\u00a0: ${label.toLowerCase()}.`}</Outcome>
        )}
        <PriceRuleForm
          line={{ id, shown: stamp }}
          initial={{ following: setting.following }}
          facts={[{ term: "Une réservation déjà faite coûte", detail: label }]}
          idempotencyKey={randomUUID()}
        />
      </div>
    </>
  );
}

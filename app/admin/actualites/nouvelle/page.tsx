import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { NewsForm } from "../news-form";
import { readPlaceChoices } from "../read-choices";
import { newsAbove } from "../words";

export const metadata: Metadata = { title: "Ajouter une actualité" };

export default async function NewNewsPage() {
  const { agent } = await requirePermission("manage-news");
  return (
    <>
      <Breadcrumb above={newsAbove} here="Ajouter" />
      <PageHeading>Ajouter une actualité</PageHeading>
      <NewsForm
        line={null}
        initial={{ firstDay: dayOf(nowMoment()), audience: "everyone" }}
        facts={[]}
        idempotencyKey={randomUUID()}
        {...await readPlaceChoices(agent)}
      />
    </>
  );
}

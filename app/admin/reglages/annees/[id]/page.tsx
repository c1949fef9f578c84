import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { idParam } from "@/app/params";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { readSchoolYearList } from "@/lib/services/calendar/list-years";
import { schoolYearsAbove } from "../hrefs";
import { SchoolYearForm } from "../year-form";

type Props = PageProps<"/admin/reglages/annees/[id]">;

// The title and the page read it once.
const readYear = cache(async (text: string) => {
  const { agent } = await requirePermission("manage-settings");
  const { years } = await readSchoolYearList(agent);
  return years.find(({ id }) => id === idParam(text)) ?? null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = await readYear((await params).id);
  return { title: year ? `Année scolaire ${year.name}` : "Année introuvable" };
}

export default async function SchoolYearPage({ params }: Props) {
  const year = await readYear((await params).id);
  if (!year) notFound();
  return (
    <>
      <Breadcrumb above={schoolYearsAbove} here={year.name} />
      <PageHeading>{`Année scolaire ${year.name}`}</PageHeading>
      <SchoolYearForm year={year} idempotencyKey={randomUUID()} />
    </>
  );
}

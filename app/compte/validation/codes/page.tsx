import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFreshCode } from "@/lib/auth";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { CodesForm } from "./codes-form";

const title = "Renouveler les codes de secours";

export const metadata: Metadata = { title };

const above = [
  { href: "/compte", label: "Mon compte" },
  { href: "/compte/validation", label: "Validation en deux étapes" },
];

export default async function RecoveryCodesPage() {
  const { actor } = await requireOwnAccount();
  if (!actor.factor.isSet) notFound();
  await requireFreshCode(actor);
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={above} here={title} />
      <PageHeading>{title}</PageHeading>
      <CodesForm />
    </div>
  );
}

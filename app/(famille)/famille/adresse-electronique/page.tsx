import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFreshCode, requireGuardian } from "@/lib/auth";
import { isEditable } from "@/lib/domain/family-file";
import { readFamilyFile } from "@/lib/services/family-file/read-file";
import { EmailForm } from "./email-form";

const title = "Changer d’adresse électronique";

export const metadata: Metadata = { title };

export default async function ChangeEmailPage() {
  const { actor, family } = await requireGuardian();
  await requireFreshCode(actor);
  const { rules } = await readFamilyFile(family);
  if (!isEditable(rules.email)) notFound();
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={[{ href: "/famille", label: "Ma famille" }]} here={title} />
      <PageHeading lead="Vous vous connectez avec cette adresse, et nos courriels y arrivent.">
        {title}
      </PageHeading>
      <p className="mb-5">
        {"Votre adresse actuelle\u00a0: "}
        <strong className="wrap-anywhere">{actor.email}</strong>
      </p>
      <EmailForm key={family.familyId} familyId={family.familyId} />
    </div>
  );
}

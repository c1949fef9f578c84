import type { Metadata } from "next";
import { headers } from "next/headers";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFreshCode } from "@/lib/auth";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { deviceInWords } from "@/lib/domain/device";
import { NewPasskeyForm } from "../new-passkey-form";

const title = "Ajouter une clé d’accès";

export const metadata: Metadata = { title };

export default async function NewPasskeyPage() {
  const { actor } = await requireOwnAccount();
  await requireFreshCode(actor);
  const device = deviceInWords((await headers()).get("user-agent"));
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={[{ href: "/compte", label: "Mon compte" }]} here={title} />
      <PageHeading lead="Votre appareil vous reconnaît (visage, doigt, code), et vous connecte sans mot de passe.">
        {title}
      </PageHeading>
      <NewPasskeyForm device={device} />
    </div>
  );
}

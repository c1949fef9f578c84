import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFreshCode } from "@/lib/auth";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { readOwnPasskeys } from "@/lib/services/accounts/passkeys/own-passkeys";
import { PasswordForm } from "../../validation/password-form";
import { removeOwnPasskey } from "../actions";

const title = "Retirer une clé d’accès";

export const metadata: Metadata = { title };

export default async function RemovePasskeyPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, account } = await requireOwnAccount();
  const { id } = await params;
  const passkey = (await readOwnPasskeys(account)).find((each) => each.id === id);
  if (!passkey) notFound();
  await requireFreshCode(actor);
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={[{ href: "/compte", label: "Mon compte" }]} here={title} />
      <PageHeading lead={<span className="wrap-anywhere">{passkey.label}</span>}>
        {title}
      </PageHeading>
      <p className="mb-5">
        Elle ne vous connectera plus, et vos autres appareils seront déconnectés. Effacez-la aussi
        dans les réglages de l’appareil, où elle reste proposée sinon.
      </p>
      <PasswordForm act={removeOwnPasskey} label="Retirer cette clé" sent={{ cle: id }} />
    </div>
  );
}

import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFreshCode } from "@/lib/auth";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { leastPasswordLength } from "@/lib/services/accounts/acceptable";
import { ChangeForm } from "./change-form";

const title = "Changer mon mot de passe";

export const metadata: Metadata = { title };

export default async function ChangePasswordPage() {
  const { actor } = await requireOwnAccount();
  await requireFreshCode(actor);
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={[{ href: "/compte", label: "Mon compte" }]} here={title} />
      <PageHeading lead="Vos autres appareils seront déconnectés, et un courriel vous le confirmera.">
        {title}
      </PageHeading>
      <ChangeForm email={actor.email} least={await leastPasswordLength(actor.accountId)} />
    </div>
  );
}

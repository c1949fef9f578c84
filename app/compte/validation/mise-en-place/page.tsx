import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Callout } from "@/components/ui/callout";
import { PageHeading } from "@/components/ui/page-heading";
import { requireOwnAccount } from "@/lib/auth/own-account";
import { realNow } from "@/lib/clock";
import { readSetUp } from "@/lib/services/accounts/factor/set-up";
import { SetUpForm } from "./set-up-form";

const title = "Mettre en place la validation";

export const metadata: Metadata = { title };

const above = [
  { href: "/compte", label: "Mon compte" },
  { href: "/compte/validation", label: "Validation en deux étapes" },
];

export default async function SetUpPage() {
  const { actor, account } = await requireOwnAccount();
  const pending = await readSetUp(account, actor.email, realNow());
  return (
    <div className="mx-auto max-w-xl">
      <Breadcrumb above={above} here={title} />
      <PageHeading>{title}</PageHeading>
      {actor.factor.isOverdue ? (
        <div className="mb-5">
          <Callout tone="warning">
            La validation en deux étapes est obligatoire pour les agents, et le délai pour la mettre
            en place est passé. Vos pages s’ouvriront dès qu’elle sera en place.
          </Callout>
        </div>
      ) : null}
      <SetUpForm pending={pending} />
    </div>
  );
}

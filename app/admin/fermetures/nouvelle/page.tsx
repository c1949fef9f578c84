import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { readClosureChoices } from "@/lib/services/closures/choices";
import { ClosureForm } from "../closure-form";
import { closuresAbove } from "../hrefs";

export const metadata: Metadata = { title: "Déclarer une fermeture" };

/** A strike or another closure: what closes, then whom it touches, then one gesture. */
export default async function NewClosurePage() {
  const { agent } = await requirePermission("manage-closures");
  const today = dayOf(nowMoment());
  const choices = await readClosureChoices(agent, today);
  return (
    <>
      <Breadcrumb above={closuresAbove} here="Déclarer une fermeture" />
      <PageHeading lead="Vous voyez d’abord qui est touché. Rien n’est annulé et aucune famille n’est prévenue avant votre confirmation.">
        Déclarer une fermeture
      </PageHeading>
      <ClosureForm choices={choices} today={today} idempotencyKey={randomUUID()} />
    </>
  );
}

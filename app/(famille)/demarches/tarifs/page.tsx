import type { Metadata } from "next";
import { DemarcheIntroduction } from "@/components/portal/demarche/introduction";
import { requireGuardian } from "@/lib/auth";
import { tariffs } from "./demarche";

export const metadata: Metadata = { title: tariffs.title };

export default async function TariffsIntroduction() {
  await requireGuardian();
  return (
    <DemarcheIntroduction demarche={tariffs} start={tariffs.stepHref("service")} resume={[]}>
      <p>
        La simulation part de votre dossier : quotient familial, enfants à charge, catégorie de
        l’enfant. Vous pouvez essayer d’autres valeurs : votre dossier ne change pas.
      </p>
      <p>
        Chaque prix s’explique : le tarif, la tranche ou le taux, et les réductions. Vous pouvez
        imprimer le résultat, le télécharger, ou le comparer avec un autre tarif.
      </p>
    </DemarcheIntroduction>
  );
}

import { Disclosure } from "@/components/ui/disclosure";
import { town } from "@/town/town";

/** What to do without the telephone: said where a code is asked. */
export function NoTelephone() {
  return (
    <Disclosure summary="Je n’ai plus mon téléphone">
      <p>
        Saisissez un de vos codes de secours à la place du code. Vous n’en avez plus{"\u00a0? "}
        {`Agents\u00a0: demandez à un administrateur de réinitialiser votre validation. Parents\u00a0: écrivez à ${town.department.email}, ou appelez le ${town.department.phone}.`}
      </p>
    </Disclosure>
  );
}

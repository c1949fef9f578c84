import { Callout } from "@/components/ui/callout";
import { Loading } from "@/components/ui/loading";
import { departmentInText } from "@/lib/domain/department-words";
import { town } from "@/town/town";

export default function CalendarLoading() {
  const { name, phone, email } = town.department;
  return (
    <>
      <Loading label="Le calendrier arrive…" />
      <noscript>
        <Callout title="Le calendrier a besoin de JavaScript">
          {`Autorisez JavaScript dans les réglages de votre navigateur, puis rechargez la page. Sinon, ${departmentInText(name)} réserve pour vous\u00a0: ${phone}, ${email}.`}
        </Callout>
      </noscript>
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idParam, textParam } from "@/app/params";
import { Outcome } from "@/components/portal/requests/outcome";
import { instantInWords } from "@/components/portal/requests/words";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { closureState, mayReopen } from "@/lib/domain/closure";
import { dayOf, type Day } from "@/lib/domain/day";
import { capital, formatDay, formatPeriod, plural } from "@/lib/domain/day-words";
import { readClosure, type ClosureDetail } from "@/lib/services/closures/list";
import { closuresAbove } from "../hrefs";
import { amountInWords, childrenInWords, closedInWords, stateWords } from "../words";
import { FamilyList } from "./family-list";
import { ReopenForm } from "./reopen-form";

export const metadata: Metadata = { title: "Fermeture" };

/** What a closure did, and the way back on its day. */
export default async function ClosurePage({
  params,
  searchParams,
}: PageProps<"/admin/fermetures/[id]">) {
  const { agent } = await requirePermission("manage-closures");
  const id = idParam((await params).id);
  const closure = id === null ? null : await readClosure(agent, id);
  if (!closure) notFound();
  const today = dayOf(nowMoment());
  const done = textParam(await searchParams, "fait");
  const title = `${capital(formatPeriod(closure.period))}\u00a0: ${closure.reason}`;
  const isReopened = closure.reopened !== null;
  const state = closureState({ period: closure.period, reopened: isReopened }, today);
  return (
    <>
      <Breadcrumb above={closuresAbove} here={title} />
      <PageHeading lead={closedInWords(closure)}>{title}</PageHeading>
      <div className="grid max-w-3xl gap-6">
        {done !== "" && <Outcome key={done}>{outcomeInWords(closure)}</Outcome>}
        <Card
          title="Ce qui est fait"
          titleId="fait"
          aside={<Badge tone={stateWords[state].tone}>{stateWords[state].label}</Badge>}
        >
          <DescriptionList items={factsOf(closure)} />
        </Card>
        {!isReopened && <WayBack closure={closure} today={today} />}
        {closure.closed.length > 0 && <FamilyList families={closure.closed} />}
      </div>
    </>
  );
}

function outcomeInWords({ reopened, emails }: ClosureDetail): string {
  return reopened
    ? `C’est rouvert\u00a0: ${plural(reopened.restored, "réservation rétablie", "réservations rétablies")}. Les familles sont prévenues.`
    : `C’est fermé. ${plural(emails, "courriel part", "courriels partent")} aux familles.`;
}

function factsOf(closure: ClosureDetail) {
  const { reopened } = closure;
  return [
    {
      term: "Déclarée",
      detail: `${instantInWords(closure.declaredAt)}, par ${closure.declaredBy}`,
    },
    { term: "Touchés", detail: childrenInWords(closure.children, closure.families) },
    {
      term: "Réservations annulées",
      detail:
        closure.unitDays.length === 0 ? (
          "Aucune"
        ) : (
          <ul>
            {closure.unitDays.map(({ day, unitLabel, places }) => (
              <li key={`${day} ${unitLabel}`}>
                {`${formatDay(day, "short")}\u00a0: ${places} (${unitLabel})`}
              </li>
            ))}
          </ul>
        ),
    },
    { term: "De moins sur les factures", detail: amountInWords(closure.amount) },
    {
      term: "Demandes",
      detail:
        closure.lines === 0
          ? "Aucune n’attendait"
          : plural(closure.lines, "date classée sans suite", "dates classées sans suite"),
    },
    { term: "Courriels", detail: String(closure.emails) },
    ...(reopened ? [{ term: "Rouverte", detail: reopenedInWords(reopened) }] : []),
  ];
}

function reopenedInWords(reopened: NonNullable<ClosureDetail["reopened"]>): string {
  const { at, by, restored, leftAsChanged } = reopened;
  const left =
    leftAsChanged === 0
      ? ""
      : ` ${plural(leftAsChanged, "avait changé entre-temps\u00a0: laissée telle quelle", "avaient changé entre-temps\u00a0: laissées telles quelles")}.`;
  return `${instantInWords(at)}, par ${by}. ${plural(restored, "réservation rétablie", "réservations rétablies")}.${left}`;
}

/** Until the end of the day on which it was declared; afterwards, why not. */
function WayBack({ closure, today }: { closure: ClosureDetail; today: Day }) {
  return (
    <Card title="Rouvrir" titleId="rouvrir-titre">
      {mayReopen(closure.declaredAt, today) ? (
        <>
          <p className="measure mb-4">
            {
              "Jusqu’à ce soir, tout peut redevenir comme avant\u00a0: réservations, prix, demandes en attente. Ce qu’une famille a changé depuis reste comme il est. Chaque famille reçoit un second courriel."
            }
          </p>
          <ReopenForm id={closure.id} idempotencyKey={randomUUID()} />
        </>
      ) : (
        <p className="measure">
          {
            "Une fermeture se rouvre le jour où elle a été déclarée seulement\u00a0: depuis, les familles se sont organisées autrement. Pour accueillir quand même, retirez le jour fermé dans chaque groupe\u00a0: les familles réservent à nouveau."
          }
        </p>
      )}
    </Card>
  );
}

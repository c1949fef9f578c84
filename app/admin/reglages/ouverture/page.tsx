import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Callout } from "@/components/ui/callout";
import { InnerLink } from "@/components/ui/inner-link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { plural } from "@/lib/domain/day-words";
import { townChecks, type TownCheck } from "@/lib/domain/town-check";
import { readTownState } from "@/lib/services/settings/town-state";

export const metadata: Metadata = { title: "Ouvrir le portail" };

const tones = {
  done: { tone: "success", label: "En place" },
  missing: { tone: "danger", label: "Manque" },
  soon: { tone: "warning", label: "À prévoir" },
} as const;

/** What families need to book, in order: what is set, what misses, and what soon will. */
export default async function OpeningPage() {
  const { agent } = await requirePermission("manage-settings");
  const checks = townChecks(await readTownState(agent, dayOf(nowMoment())));
  const missing = checks.filter(({ state }) => state === "missing").length;
  return (
    <>
      <Breadcrumb
        above={[{ href: "/admin/reglages", label: "Réglages" }]}
        here="Ouvrir le portail"
      />
      <PageHeading lead="Ce dont les familles ont besoin pour réserver, dans l’ordre. Chaque ligne mène à son réglage.">
        Ouvrir le portail
      </PageHeading>
      <div className="grid gap-6">
        <Callout tone={missing === 0 ? "success" : "warning"} title={verdict(missing)}>
          {missing === 0
            ? "Les familles peuvent réserver."
            : "Commencez par le haut\u00a0: une ligne a besoin de celles qui la précèdent."}
        </Callout>
        <ol className="grid gap-3">
          {checks.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ol>
      </div>
    </>
  );
}

function CheckLine({ check: { title, state, sentence, href } }: { check: TownCheck }) {
  const { tone, label } = tones[state];
  return (
    <li className="border-line bg-card shadow-rest flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border p-[min(1rem,5vw)]">
      <div className="min-w-0">
        <h2 className="text-lg">
          {href === null ? (
            title
          ) : (
            <InnerLink href={href} className="text-link min-h-target inline-flex items-center">
              {title}
            </InnerLink>
          )}
        </h2>
        <p>{sentence}</p>
      </div>
      <Badge tone={tone}>{label}</Badge>
    </li>
  );
}

const verdict = (missing: number) =>
  missing === 0
    ? "Tout est en place"
    : `${plural(missing, "chose manque", "choses manquent")} encore`;

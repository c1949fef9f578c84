import { Fragment, type ReactNode } from "react";
import { PrintButton } from "@/components/portal/demarche/print-button";
import { SimulationTable } from "@/components/portal/tariffs/simulation-table";
import { indicative } from "@/lib/domain/tariff/simulation-document";
import { simulationHeader, type SimulationResult } from "@/lib/domain/tariff/simulation-query";
import { town } from "@/town/town";

/** The result under the manual's header line, to read, to print and to keep. */
export function SimulationResultView({
  result,
  title,
  keep,
  actions,
}: {
  result: SimulationResult;
  /** "Résultats de la simulation des tarifs (26 décembre 2023 à 15:12 par M. Toto TEST)" */
  title: string;
  /** How the same is had as a PDF. */
  keep: ReactNode;
  /** The other ways on. */
  actions: ReactNode;
}) {
  return (
    <section aria-labelledby="resultats" className="print-sheet grid gap-5 print:block">
      <div>
        <p className="print-only font-semibold">{`${town.portalName} ${town.ofName}`}</p>
        <h2 id="resultats" tabIndex={-1}>
          {title}
        </h2>
        <p className="mt-2">
          {simulationHeader(result).map(([name, value], i) => (
            <Fragment key={name}>
              {i > 0 ? " – " : ""}
              {`${name}\u00a0: `}
              <strong>{value}</strong>
            </Fragment>
          ))}
        </p>
      </div>
      <div className="no-print flex flex-wrap gap-3">
        <PrintButton label="Imprimer les résultats" />
        {keep}
        {actions}
      </div>
      <SimulationTable activities={result.activities} />
      <p className="text-muted measure text-sm">{indicative}</p>
    </section>
  );
}

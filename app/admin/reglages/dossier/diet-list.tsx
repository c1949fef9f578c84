import { randomUUID } from "node:crypto";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { plural } from "@/lib/domain/day-words";
import type { DietList } from "@/lib/services/settings/diets";
import { OrderButtons } from "../order-buttons";
import { moveDiet } from "./actions";
import { DietForm } from "./diet-form";

/** The diets that families choose from, in order, each with its form. */
export function Diets({ list }: { list: DietList }) {
  return (
    <section id="regimes" aria-labelledby="titre-regimes" className="grid gap-4">
      <div>
        <h2 id="titre-regimes">Régimes alimentaires</h2>
        <p className="measure text-muted">
          Ce que les familles peuvent choisir pour un enfant, dans cet ordre.
        </p>
      </div>
      {list.diets.length === 0 && <p>Aucun régime dans la liste.</p>}
      <ol className="grid gap-3">
        {list.diets.map((diet, i) => (
          <li
            key={diet.id}
            className="border-line bg-card shadow-rest grid gap-2 rounded-xl border p-[min(1rem,5vw)]"
          >
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <div className="min-w-0">
                <h3 className="text-lg">{diet.label}</h3>
                <p className="text-muted text-sm">{plural(diet.children, "enfant", "enfants")}</p>
                {!diet.active && <Badge tone="warning">Désactivé</Badge>}
              </div>
              <OrderButtons
                move={moveDiet}
                id={diet.id}
                label={diet.label}
                place={i + 1}
                count={list.diets.length}
                shown={list.orderStamp}
                idempotencyKey={randomUUID()}
              />
            </div>
            <Disclosure
              plain
              summary={
                <>
                  Modifier<span className="sr-only">{` «\u00a0${diet.label}\u00a0»`}</span>
                </>
              }
            >
              <DietForm diet={diet} idempotencyKey={randomUUID()} />
            </Disclosure>
          </li>
        ))}
      </ol>
      <div className="border-line bg-card rounded-xl border p-[min(1rem,5vw)]">
        <h3 className="mb-3 text-lg">Ajouter un régime</h3>
        {/* What was added empties the form. */}
        <DietForm key={list.diets.length} diet={null} idempotencyKey={randomUUID()} />
      </div>
    </section>
  );
}

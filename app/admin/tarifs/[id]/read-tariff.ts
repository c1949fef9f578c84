import { cache } from "react";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { requirePermission, type Authorized } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, type Day } from "@/lib/domain/day";
import { readCompared, readGrid, type AgentGrid } from "@/lib/services/tariffs/read-grid";

/** A page of one version: who looks, at what, today. */
export interface TariffPage {
  readonly agent: Authorized<"manage-tariffs">;
  readonly grid: AgentGrid;
  readonly today: Day;
}

// The title and the page read it once.
const readOnce = cache(async (text: string): Promise<TariffPage | null> => {
  const { agent } = await requirePermission("manage-tariffs");
  const id = idParam(text);
  const grid = id === null ? null : await readGrid(agent, id);
  return grid && { agent, grid, today: dayOf(nowMoment()) };
});

/** The version that the URL names, or "introuvable". */
export async function tariffOf(params: Promise<{ id: string }>): Promise<TariffPage> {
  return (await readOnce((await params).id)) ?? notFound();
}

/** The same for pages that only a draft has. */
export async function draftOf(params: Promise<{ id: string }>): Promise<TariffPage> {
  const page = await tariffOf(params);
  return page.grid.version.state === "draft" ? page : notFound();
}

/** "Effets – Tarifs 2027": a title of its own for each page of a version. */
export async function tariffTitle(
  params: Promise<{ id: string }>,
  view: string,
): Promise<{ title: string }> {
  const page = await readOnce((await params).id);
  if (!page) return { title: "Tarif introuvable" };
  const { name } = page.grid.version;
  return { title: view === "" ? name : `${view} – ${name}` };
}

/** The version that this one is held against, or null. */
export const comparedOf = cache(
  async ({ agent, grid, today }: TariffPage): Promise<AgentGrid | null> =>
    readCompared(agent, grid.version, today),
);

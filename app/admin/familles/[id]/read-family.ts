import { cache } from "react";
import { notFound } from "next/navigation";
import { idParam } from "@/app/(famille)/demandes/filters";
import { requireTownAgent, type AuthorizedTownAgent } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, type Day } from "@/lib/domain/day";
import {
  readFamily,
  type AgentChild,
  type AgentFamily,
} from "@/lib/services/family-admin/read-family";

/** A page of one family: who looks, at whom, today. */
export interface FamilyPage {
  readonly agent: AuthorizedTownAgent;
  readonly family: AgentFamily;
  readonly today: Day;
}

// The title and the page read it once.
const readOnce = cache(async (text: string): Promise<FamilyPage | null> => {
  const { agent } = await requireTownAgent();
  const today = dayOf(nowMoment());
  const id = idParam(text);
  const family = id === null ? null : await readFamily(agent, id, today);
  return family && { agent, family, today };
});

/** The family that the URL names, or "introuvable". */
export async function familyOf(params: Promise<{ id: string }>): Promise<FamilyPage> {
  return (await readOnce((await params).id)) ?? notFound();
}

/** One of its children, or "introuvable". */
export async function familyChildOf(
  params: Promise<{ id: string; childId: string }>,
): Promise<FamilyPage & { readonly child: AgentChild }> {
  const page = await familyOf(params);
  const childId = idParam((await params).childId);
  const child = page.family.children.find(({ id }) => id === childId);
  return child ? { ...page, child } : notFound();
}

/** "Droits de Léo – Famille Dupont": a title of its own for each page of a family. */
export async function familyTitle(
  params: Promise<{ id: string }>,
  view = "",
): Promise<{ title: string }> {
  const page = await readOnce((await params).id);
  if (!page) return { title: "Famille introuvable" };
  const name = `Famille ${page.family.name}`;
  return { title: view === "" ? name : `${view} – ${name}` };
}

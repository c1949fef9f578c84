import { cache } from "react";
import { notFound } from "next/navigation";
import { idParam } from "@/app/params";
import { requirePermission, type Actor, type Authorized } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf, type Day } from "@/lib/domain/day";
import {
  readFamily,
  type AgentChild,
  type AgentFamily,
} from "@/lib/services/family-admin/read-family";

/** A page of one family: who looks, at whom, today. */
export interface FamilyPage {
  readonly actor: Actor;
  readonly agent: Authorized<"read-families">;
  readonly family: AgentFamily;
  readonly today: Day;
}

// The title and the page read it once.
const readOnce = cache(async (text: string): Promise<FamilyPage | null> => {
  const { actor, agent } = await requirePermission("read-families");
  const today = dayOf(nowMoment());
  const id = idParam(text);
  const family = id === null ? null : await readFamily(agent, id, today);
  return family && { actor, agent, family, today };
});

/** The family that the URL names, or "introuvable". */
export async function familyOf(params: Promise<{ id: string }>): Promise<FamilyPage> {
  return (await readOnce((await params).id)) ?? notFound();
}

/** A page on which that family is changed: "introuvable" for who may only read it. */
export interface FamilyChangePage extends Omit<FamilyPage, "agent"> {
  readonly agent: Authorized<"read-families" | "change-families">;
}

/** The same, where the agent may change it. */
export async function familyToChange(params: Promise<{ id: string }>): Promise<FamilyChangePage> {
  const { agent } = await requirePermission("read-families", "change-families");
  return { ...(await familyOf(params)), agent };
}

/** One of its children, to change what is said of it, or "introuvable". */
export async function childToChange(
  params: Promise<{ id: string; childId: string }>,
): Promise<FamilyChangePage & { readonly child: AgentChild }> {
  const page = await familyToChange(params);
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

"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { Wishes } from "@/lib/domain/booking/wishes";
import { parseMoment, type Moment } from "@/lib/domain/day";
import { DraftSaver, type KeptDraft, type SaveAnswer, type SaveStatus } from "./draft-saver";
import { sameWishes } from "./state";

export interface DraftSource {
  /** Where the draft is saved: PUT. */
  readonly url: string;
  readonly schoolYearId: number;
  /** The account: what a tab keeps is for it alone. */
  readonly owner: string;
  /** The home: what a tab keeps is for that one alone, and every save names it. */
  readonly familyId: number;
  readonly revision: number;
  readonly savedAt: Moment | null;
  readonly chosen: readonly number[];
  readonly wishes: Wishes;
  /** Wishes of inscriptions that are not shown here: saved as they are. */
  readonly parked: Wishes;
}

/** Ties the draft on screen to its copy on the server. `restore` shows what this tab had kept. */
export function useDraft(
  source: DraftSource,
  wishes: Wishes,
  restore: (wishes: Wishes) => void,
): { saver: DraftSaver; status: SaveStatus } {
  const [saver] = useState(() => saverOf(source));
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);

  // Once, when the calendar opens: afterwards the draft on screen is the truth.
  const takeUpKept = useEffectEvent(() => {
    const kept = keptDraft(source);
    if (kept === null) return;
    if (sameWishes(kept.wishes, source.wishes)) {
      keep(source, null);
      return;
    }
    saver.takeUp(kept);
    restore(kept.wishes);
  });
  useEffect(() => takeUpKept(), []);

  useEffect(() => saver.want(wishes), [saver, wishes]);

  useEffect(() => {
    const leave = () => saver.leave();
    const hide = () => document.visibilityState === "hidden" && void saver.flush();
    const online = () => saver.retryNow();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("online", online);
      leave();
    };
  }, [saver]);

  return { saver, status };
}

function saverOf(source: DraftSource): DraftSaver {
  const { url, familyId, schoolYearId, chosen, parked } = source;
  return new DraftSaver({
    revision: source.revision,
    wishes: source.wishes,
    savedAt: source.savedAt,
    body: (revision, wishes) =>
      JSON.stringify({
        familyId,
        schoolYearId,
        revision,
        chosen,
        wishes: { ...parked, ...wishes },
      }),
    send: (body, keepalive) => send(url, body, keepalive),
    keep: (draft) => keep(source, draft),
  });
}

async function send(url: string, body: string, keepalive: boolean): Promise<SaveAnswer> {
  try {
    const response = await fetch(url, {
      method: "PUT",
      body,
      keepalive,
      redirect: "manual",
      headers: { "content-type": "application/json" },
    });
    return await answerOf(response);
  } catch {
    return { kind: "failed" };
  }
}

interface AnswerBody {
  refusal?: string;
  message?: string;
  /** `savedAt`: a Moment of Paris. */
  value?: { revision?: number; savedAt?: string; draft?: { revision?: number } | null };
}

/** What the server said. Anything that is not understood is worth another try. */
async function answerOf(response: Response): Promise<SaveAnswer> {
  if (response.status === 401 || response.type === "opaqueredirect") return { kind: "signedOut" };
  if (response.status === 413) return { kind: "tooLarge" };
  if (response.status >= 500 || response.status === 429) return { kind: "failed" };
  const { value, refusal, message } = (await response.json()) as AnswerBody;
  if (response.status === 409 && refusal !== "other-family") {
    return { kind: "otherDevice", revision: value?.draft?.revision ?? null };
  }
  if (!response.ok || value?.revision === undefined) {
    return { kind: "refused", message: message ?? "Votre brouillon n’a pas pu être enregistré." };
  }
  return { kind: "saved", revision: value.revision, at: parseMoment(value.savedAt ?? "") };
}

/** Storage may be full or forbidden: then the tab keeps nothing, and the page says that it is not saved. */
function keep(source: DraftSource, draft: KeptDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(placeOf(source));
    else sessionStorage.setItem(placeOf(source), JSON.stringify(draft));
  } catch {
    return;
  }
}

function keptDraft(source: DraftSource): KeptDraft | null {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(source)) ?? "null") as KeptDraft | null;
  } catch {
    return null;
  }
}

function placeOf({ owner, familyId, schoolYearId }: DraftSource): string {
  return `preau-brouillon-${owner}-${familyId}-${schoolYearId}`;
}

import type { Wishes } from "@/lib/domain/booking/wishes";
import type { Moment } from "@/lib/domain/day";
import { sameWishes } from "./state";

/** How the draft stands. `at`: when the server last had it, Paris time. */
export type SaveStatus =
  | { kind: "saved"; at: Moment | null }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "retrying" }
  | { kind: "signedOut" }
  /** Another device saved since. `revision`: its revision, null where the draft is gone (sent or dropped). */
  | { kind: "otherDevice"; revision: number | null }
  | { kind: "tooLarge" }
  | { kind: "refused"; message: string };

export type SaveAnswer =
  | { kind: "saved"; revision: number; at: Moment | null }
  | { kind: "otherDevice"; revision: number | null }
  | { kind: "signedOut" }
  | { kind: "tooLarge" }
  /** No answer, or the server could not: worth another try. */
  | { kind: "failed" }
  | { kind: "refused"; message: string };

/** What is kept in this tab when the server could not be reached in time. */
export interface KeptDraft {
  readonly revision: number;
  readonly wishes: Wishes;
}

export interface SaverOptions {
  readonly revision: number;
  readonly wishes: Wishes;
  readonly savedAt: Moment | null;
  /** The request's body for a draft that starts from this revision. */
  readonly body: (revision: number, wishes: Wishes) => string;
  readonly send: (body: string, keepalive: boolean) => Promise<SaveAnswer>;
  /** Keeps the draft in the tab, or forgets it (null). */
  readonly keep: (draft: KeptDraft | null) => void;
}

const DEBOUNCE = 600;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;
/** The server refuses a body of 1 MB; measured before it leaves. The body is plain ASCII. */
const MAX_BODY = 900_000;
/** Browsers let a closing page send 64 kB in all. */
const MAX_KEEPALIVE = 60_000;

/**
 * Saves the draft as one goes: waits for a pause, one request in flight, the latest draft wins.
 * A browser's object outside React, so that leaving the page does not lose what is on its way.
 */
export class DraftSaver {
  #options: SaverOptions;
  #revision: number;
  #saved: Wishes;
  #wanted: Wishes;
  #status: SaveStatus;
  #at: Moment | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | null = null;
  #retryIn = FIRST_RETRY;
  #listeners = new Set<() => void>();

  constructor(options: SaverOptions) {
    this.#options = options;
    this.#revision = options.revision;
    this.#saved = options.wishes;
    this.#wanted = options.wishes;
    this.#at = options.savedAt;
    this.#status = { kind: "saved", at: options.savedAt };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly status = (): SaveStatus => this.#status;

  get revision(): number {
    return this.#revision;
  }

  get dirty(): boolean {
    return !sameWishes(this.#wanted, this.#saved);
  }

  /** The draft is now this; it is saved after a pause. */
  want(wishes: Wishes): void {
    if (wishes === this.#wanted) return;
    this.#wanted = wishes;
    if (this.#stuck()) this.#keep();
    else this.#schedule(DEBOUNCE);
  }

  /** Saves what is not saved yet, now. True once the server has the draft as it stands. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#flight) await this.#flight;
    clearTimeout(this.#timer);
    if (this.dirty && !this.#stuck()) await this.#send();
    return !this.dirty;
  }

  /** The page goes away: nothing can be waited for. */
  leave(): void {
    clearTimeout(this.#timer);
    if (!this.dirty) return;
    this.#keep();
    if (this.#stuck()) return;
    if (!this.#flight) void this.#send();
    else {
      // The save in flight will most likely have been done when this one is read.
      const body = this.#options.body(this.#revision + 1, this.#wanted);
      if (body.length < MAX_KEEPALIVE) void this.#options.send(body, true);
    }
  }

  /** Two devices differ and the parent keeps what is on this one. */
  keepMine(): Promise<boolean> {
    if (this.#status.kind !== "otherDevice") return this.flush();
    this.#revision = this.#status.revision ?? 0;
    this.#set({ kind: "waiting" });
    return this.flush();
  }

  /** The other device's version stands: nothing of this one is to be saved or kept. */
  giveUp(): void {
    clearTimeout(this.#timer);
    this.#wanted = this.#saved;
    this.#options.keep(null);
  }

  /** Takes up what this tab had kept, from the revision that it started from. */
  takeUp(kept: KeptDraft): void {
    this.#revision = kept.revision;
    this.want(kept.wishes);
  }

  /** Tries at once after a failure: the network is back. */
  retryNow(): void {
    if (this.#status.kind === "retrying") this.#schedule(0);
  }

  // These wait for the parent: another save would fail alike.
  #stuck(): boolean {
    return this.#status.kind === "signedOut" || this.#status.kind === "otherDevice";
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.dirty && !this.#flight) {
      this.#options.keep(null);
      this.#set({ kind: "saved", at: this.#at });
      return;
    }
    if (!this.#flight && this.#status.kind !== "retrying") this.#set({ kind: "waiting" });
    this.#timer = setTimeout(() => void this.#next(), delay);
  }

  async #next(): Promise<void> {
    if (this.#flight) return; // its end starts the next one
    await this.#send();
  }

  #send(): Promise<void> {
    const flight = this.#save().finally(() => {
      if (this.#flight === flight) this.#flight = null;
      if (this.#status.kind === "saved" && this.dirty) this.#schedule(0);
    });
    this.#flight = flight;
    return flight;
  }

  async #save(): Promise<void> {
    const wishes = this.#wanted;
    const body = this.#options.body(this.#revision, wishes);
    if (body.length > MAX_BODY) {
      this.#keep();
      this.#set({ kind: "tooLarge" });
      return;
    }
    this.#set({ kind: "saving" });
    this.#settle(await this.#options.send(body, body.length < MAX_KEEPALIVE), wishes);
  }

  #settle(answer: SaveAnswer, wishes: Wishes): void {
    if (answer.kind === "saved") {
      this.#revision = answer.revision;
      this.#saved = wishes;
      this.#at = answer.at;
      this.#retryIn = FIRST_RETRY;
      if (!this.dirty) this.#options.keep(null);
      this.#set({ kind: "saved", at: answer.at });
      return;
    }
    this.#keep();
    if (answer.kind !== "failed") {
      this.#set(answer);
      return;
    }
    this.#set({ kind: "retrying" });
    this.#timer = setTimeout(() => void this.#next(), this.#retryIn);
    this.#retryIn = Math.min(this.#retryIn * 2, LONGEST_RETRY);
  }

  #keep(): void {
    this.#options.keep({ revision: this.#revision, wishes: this.#wanted });
  }

  #set(status: SaveStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener();
  }
}

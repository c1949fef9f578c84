import "server-only";
import { realNow } from "@/lib/clock";
import { prisma } from "@/lib/db";
import { reportUnexpected } from "@/lib/report";

/** For how long another server may show the menu as it was. */
const HELD_MS = 15_000;

interface Held {
  readonly hasPages: boolean;
  readonly readAt: number;
}

// One value a process: the server's bundles each load this file again.
const shared = globalThis as typeof globalThis & { preauInfoPages?: Held };

/**
 * Whether a page of "Infos pratiques" is published: every menu asks. Held in memory, so that no page costs a
 * statement for it; what a save changes is seen at once by the server that saved, by others within fifteen
 * seconds. False where the database does not answer: a page without the link is better than none.
 */
export async function hasPublishedPages(): Promise<boolean> {
  const held = shared.preauInfoPages;
  if (held && Date.parse(realNow()) - held.readAt < HELD_MS) return held.hasPages;
  try {
    const hasPages =
      (await prisma.infoPage.findFirst({
        where: { published: true },
        select: { id: true },
      })) !== null;
    shared.preauInfoPages = { hasPages, readAt: Date.parse(realNow()) };
    return hasPages;
  } catch (error) {
    reportUnexpected("info-pages.published", error);
    return held?.hasPages ?? false;
  }
}

/** What is held is read again at the next page. */
export function forgetPublishedPages(): void {
  delete shared.preauInfoPages;
}

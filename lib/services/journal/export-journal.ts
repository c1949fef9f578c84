import "server-only";
import type { Authorized } from "@/lib/auth";
import { commit } from "@/lib/commit";
import type { Instant } from "@/lib/domain/day";
import { done } from "@/lib/domain/result";
import { readNamed, type JournalFilters } from "./journal-filters";
import { readPage, type TownEvent } from "./read-journal";

/** Events that one statement of a file reads. */
const AT_ONCE = 1000;

/**
 * Every event that the filters ask for, latest first, a thousand at a time; that the file was taken stands in
 * the journal before the first of them is given. `what`: the kinds, as they were asked for.
 */
export async function exportJournal(
  agent: Authorized<"read-journal">,
  { what, ...filters }: JournalFilters & { readonly what: string },
  now: Instant,
): Promise<AsyncIterable<readonly TownEvent[]> | { readonly tooMany: "who" | "family" }> {
  const named = await readNamed(agent, filters);
  if ("tooMany" in named) return named;
  const { who, family, from, to } = filters;
  await commit({ accountId: agent.accountId, now }, () =>
    Promise.resolve(
      done({
        value: null,
        events: [
          {
            kind: "journal-exported",
            familyId: null,
            subject: null,
            data: { who, family, what, from, to },
          },
        ],
      }),
    ),
  );
  return (async function* () {
    let before: string | null = null;
    do {
      const page = await readPage(filters, named, { before, count: AT_ONCE });
      yield page.events;
      before = page.next;
    } while (before !== null);
  })();
}

import { authorize, currentActor } from "@/lib/auth";
import { now } from "@/lib/clock";
import { exportJournal } from "@/lib/services/journal/export-journal";
import type { TownEvent } from "@/lib/services/journal/read-journal";
import { csvLines, csvText } from "@/lib/spreadsheet/csv-text";
import { journalViewOf } from "../filters";
import { journalHeaders, journalRow, tooManySentence } from "../words";

/** Every event that the filters of the address ask for, as a file that leaves while it is read. */
export async function GET(request: Request): Promise<Response> {
  const agent = authorize(await currentActor(), "read-journal");
  if (!agent) return new Response("Introuvable", { status: 404 });
  const view = journalViewOf(queryOf(new URL(request.url).searchParams));
  const found = await exportJournal(agent, view, now());
  if ("tooMany" in found) return new Response(tooManySentence[found.tooMany], { status: 422 });
  return new Response(bytesOf(found), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="journal.csv"',
      "Cache-Control": "no-store",
    },
  });
}

/** As Next gives it to a page: what is repeated is a list. */
function queryOf(params: URLSearchParams): Record<string, string | string[] | undefined> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const all = params.getAll(name);
      return [name, all.length === 1 ? all[0] : all];
    }),
  );
}

/** The next lines are read when the ones before have left. */
function bytesOf(pages: AsyncIterable<readonly TownEvent[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = pages[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvText([journalHeaders]))),
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(csvLines(value.map(journalRow))));
    },
    cancel: async () => void (await lines.return?.()),
  });
}

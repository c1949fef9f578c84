import { Card } from "@/components/ui/card";
import { InnerLink } from "@/components/ui/inner-link";
import { RichText } from "@/components/portal/text/rich-text";
import type { Day } from "@/lib/domain/day";
import { formatDay } from "@/lib/domain/day-words";
import { excerptOf, type RichBlock } from "@/lib/domain/rich-text";

interface Shown {
  readonly id: number;
  readonly title: string;
  readonly since: Day;
  readonly text: readonly RichBlock[];
}

const anchorOf = (id: number) => `actualite-${id}`;

/** The news of a day, whole. */
export function NewsArticles({ news }: { news: readonly Shown[] }) {
  return (
    <div className="grid gap-6">
      {news.map(({ id, title, since, text }) => (
        <Card key={id} title={title} titleId={anchorOf(id)} aside={<Since since={since} />}>
          <RichText blocks={text} level={3} />
        </Card>
      ))}
    </div>
  );
}

const MOST_SHOWN = 3;
const MOST_CHARACTERS = 160;

/** The latest news in a few words each; nothing where there are none. */
export function LatestNews({ news }: { news: readonly Shown[] }) {
  if (news.length === 0) return null;
  return (
    <section aria-labelledby="actualites">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="actualites">Actualités</h2>
        {news.length > MOST_SHOWN && (
          <InnerLink href="/actualites" className="text-link min-h-target inline-flex items-center">
            Toutes les actualités
          </InnerLink>
        )}
      </div>
      <ul className="grid gap-3">
        {news.slice(0, MOST_SHOWN).map(({ id, title, since, text }) => (
          <li
            key={id}
            className="border-line bg-card shadow-rest rounded-xl border p-[min(1rem,5vw)]"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="text-lg">
                <InnerLink
                  href={`/actualites#${anchorOf(id)}`}
                  className="text-link min-h-target inline-flex items-center"
                >
                  {title}
                </InnerLink>
              </h3>
              <Since since={since} />
            </div>
            <p>{excerptOf(text, MOST_CHARACTERS)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Since({ since }: { since: Day }) {
  return (
    <time dateTime={since} className="text-muted text-sm">
      {formatDay(since, "dateMedium")}
    </time>
  );
}

import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { dateToDay, dayToDate, prisma } from "@/lib/db";
import type { NewsDays, NewsReaders } from "@/lib/domain/news";
import type { Result } from "@/lib/domain/result";
import type { News } from "@/lib/generated/prisma/client";
import {
  listed,
  saveSetting,
  type LineRefusal,
  type Listed,
  type SettingToSave,
} from "@/lib/services/settings/save-setting";

/** A piece of news as agents write it; `text` is Markdown. */
export interface NewsSetting extends NewsDays {
  readonly title: string;
  readonly text: string;
  readonly readers: NewsReaders;
}

export interface ListedNews extends Listed<NewsSetting> {
  /** The name of the activity or of the establishment; null where it is for no one place. */
  readonly place: string | null;
}

/** All of them, the latest first day first. One statement. */
export async function readNewsList(
  _agent: Authorized<"manage-news">,
  db: Pick<Tx, "news"> = prisma,
): Promise<ListedNews[]> {
  const rows = await db.news.findMany({
    include: {
      activity: { select: { label: true } },
      establishment: { select: { name: true } },
    },
    orderBy: [{ firstDay: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    ...listed(row.id, settingOf(row)),
    place: row.activity?.label ?? row.establishment?.name ?? null,
  }));
}

function settingOf(row: News): NewsSetting {
  const { title, text } = row;
  return {
    title,
    text,
    firstDay: dateToDay(row.firstDay),
    lastDay: dateToDay(row.lastDay),
    readers: readersOf(row),
  };
}

function readersOf({ audience, activityId, establishmentId }: News): NewsReaders {
  switch (audience) {
    case "everyone":
    case "families":
      return { audience };
    case "activity":
      if (activityId === null) break;
      return { audience, activityId };
    case "establishment":
      if (establishmentId === null) break;
      return { audience, establishmentId };
  }
  throw new Error("The database says that news of a place has one");
}

/** Places whose families news may be for. */
export interface NewsPlaces {
  readonly activities: readonly { readonly id: number; readonly label: string }[];
  readonly establishments: readonly { readonly id: number; readonly label: string }[];
}

/** Two statements. */
export async function readNewsPlaces(_agent: Authorized<"manage-news">): Promise<NewsPlaces> {
  const [activities, establishments] = await Promise.all([
    prisma.activity.findMany({ select: { id: true, label: true }, orderBy: { position: "asc" } }),
    // An archived one has families until its last inscription ends.
    prisma.establishment.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return {
    activities,
    establishments: establishments.map(({ id, name }) => ({ id, label: name })),
  };
}

/** Adds a piece of news or changes one: who it is for reads it at once, within its days. */
export async function saveNews(
  ctx: ActionContext<Authorized<"manage-news">>,
  input: SettingToSave<NewsSetting>,
): Promise<Result<{ id: number }, LineRefusal | "choice-gone" | "key-reused">> {
  const { title, text, firstDay, lastDay, readers } = input.setting;
  const data = {
    title,
    text,
    firstDay: dayToDate(firstDay),
    lastDay: dayToDate(lastDay),
    audience: readers.audience,
    activityId: readers.audience === "activity" ? readers.activityId : null,
    establishmentId: readers.audience === "establishment" ? readers.establishmentId : null,
  };
  return saveSetting(
    ctx,
    { ...input, setting: { title, text, firstDay, lastDay, readers } },
    {
      name: "news",
      table: "News",
      read: (tx) => readNewsList(ctx.proof, tx),
      refuse: async (tx) => ((await hasPlace(tx, readers)) ? null : "choice-gone"),
      add: async (tx) => (await tx.news.create({ data, select: { id: true } })).id,
      change: async (tx, { id }) => {
        await tx.news.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
}

async function hasPlace(tx: Tx, readers: NewsReaders): Promise<boolean> {
  switch (readers.audience) {
    case "everyone":
    case "families":
      return true;
    case "activity":
      return (await tx.activity.count({ where: { id: readers.activityId } })) === 1;
    case "establishment":
      return (await tx.establishment.count({ where: { id: readers.establishmentId } })) === 1;
  }
}

import "server-only";
import type { ActionContext } from "@/lib/action/write";
import type { Authorized } from "@/lib/auth";
import type { Tx } from "@/lib/commit";
import { prisma } from "@/lib/db";
import type { Result } from "@/lib/domain/result";
import { isSameLabel, settingCode } from "@/lib/domain/setting-code";
import { lastPosition, orderStamp } from "@/lib/services/settings/ordered-list";
import {
  listed,
  saveSetting,
  type LineRefusal,
  type Listed,
  type SettingToSave,
} from "@/lib/services/settings/save-setting";
import { forgetPublishedPages } from "./published";
import type { InfoDocument } from "./read-pages";

/** A page of "Infos pratiques" as agents write it; `text` is Markdown. */
export interface InfoPageSetting {
  readonly title: string;
  readonly text: string;
  readonly published: boolean;
}

export interface ListedPage extends Listed<InfoPageSetting> {
  readonly slug: string;
  readonly documents: readonly InfoDocument[];
}

export interface PageList {
  readonly pages: readonly ListedPage[];
  readonly orderStamp: string;
}

/** Every page, in the order in which it is read. */
export async function readPageList(
  _agent: Authorized<"manage-news">,
  db: Pick<Tx, "infoPage"> = prisma,
): Promise<PageList> {
  const rows = await db.infoPage.findMany({
    include: {
      files: { select: { id: true, label: true, bytes: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return {
    pages: rows.map(({ id, slug, title, text, published, files }) => ({
      ...listed(id, { title, text, published }),
      slug,
      documents: files,
    })),
    orderStamp: orderStamp(rows.map(({ id }) => id)),
  };
}

/** Adds a page or changes one. Its address is made of its first title, and stays. */
export async function savePage(
  ctx: ActionContext<Authorized<"manage-news">>,
  input: SettingToSave<InfoPageSetting>,
): Promise<Result<{ id: number }, LineRefusal | "setting-label-taken" | "key-reused">> {
  const { title, text, published } = input.setting;
  const data = { title, text, published };
  const saved = await saveSetting(
    ctx,
    { ...input, setting: data },
    {
      name: "info-page",
      table: "InfoPage",
      read: async (tx) => (await readPageList(ctx.proof, tx)).pages,
      refuse: (_tx, pages, before) =>
        pages.some(({ id, setting }) => id !== before?.id && isSameLabel(setting.title, title))
          ? "setting-label-taken"
          : null,
      add: async (tx) => {
        const position = (await lastPosition(tx, "InfoPage")) + 1;
        const row = { ...data, position, slug: await slugFor(tx, title) };
        return (await tx.infoPage.create({ data: row, select: { id: true } })).id;
      },
      change: async (tx, { id }) => {
        await tx.infoPage.update({ where: { id }, data, select: { id: true } });
      },
    },
  );
  forgetPublishedPages();
  return saved;
}

/** "Menus de la cantine" is at "menus-de-la-cantine". */
async function slugFor(tx: Tx, title: string): Promise<string> {
  const rows = await tx.infoPage.findMany({ select: { slug: true } });
  // Its files are at /infos-pratiques/fichiers/…
  const taken = ["fichiers", ...rows.map(({ slug }) => slug)];
  const asCode = (slug: string) => slug.toUpperCase().replaceAll("-", "_");
  return settingCode(title, taken.map(asCode)).toLowerCase().replaceAll("_", "-");
}

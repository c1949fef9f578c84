import type { Metadata } from "next";
import { requirePermission } from "@/lib/auth";
import { nowMoment } from "@/lib/clock";
import { dayOf } from "@/lib/domain/day";
import { readNewsList } from "@/lib/services/news/manage-news";
import { SettingLine } from "../reglages/setting-line";
import { SettingList } from "../reglages/setting-list";
import { newsFacts } from "./words";

export const metadata: Metadata = { title: "Actualités" };

/** What the town told, tells and will tell. */
export default async function ManagedNewsPage({ searchParams }: PageProps<"/admin/actualites">) {
  const { agent } = await requirePermission("manage-news");
  const news = await readNewsList(agent);
  const today = dayOf(nowMoment());
  return (
    <SettingList
      title="Actualités"
      above={[]}
      lead="Ce que la commune annonce, à tout le monde ou à certaines familles, d’un jour à un autre."
      add={{ href: "/admin/actualites/nouvelle", label: "Ajouter une actualité" }}
      query={await searchParams}
      lines={news.map(({ id, stamp, setting: { title } }) => ({ id, stamp, label: title }))}
      empty={{
        title: "Aucune actualité",
        text: "Les familles n’en voient rien, tant que vous n’en ajoutez pas.",
      }}
    >
      <ul className="grid gap-3">
        {news.map((one) => (
          <SettingLine
            key={one.id}
            href={`/admin/actualites/${one.id}`}
            label={one.setting.title}
            facts={newsFacts(one, today)}
          />
        ))}
      </ul>
    </SettingList>
  );
}

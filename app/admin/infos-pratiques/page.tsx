import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requirePermission } from "@/lib/auth";
import { readPageList } from "@/lib/services/info-pages/manage-pages";
import { OrderButtons } from "../reglages/order-buttons";
import { SettingLine } from "../reglages/setting-line";
import { SettingList } from "../reglages/setting-list";
import { moveInfoPage } from "./actions";
import { pageFacts } from "./words";

export const metadata: Metadata = { title: "Infos pratiques" };

/** The pages that everyone reads, in the town's order. */
export default async function ManagedPagesPage({
  searchParams,
}: PageProps<"/admin/infos-pratiques">) {
  const { agent } = await requirePermission("manage-news");
  const { pages, orderStamp } = await readPageList(agent);
  return (
    <SettingList
      title="Infos pratiques"
      above={[]}
      lead="Les pages que tout le monde lit, dans cet ordre, avec leurs documents."
      add={{ href: "/admin/infos-pratiques/nouvelle", label: "Ajouter une page" }}
      query={await searchParams}
      lines={pages.map(({ id, stamp, setting: { title } }) => ({ id, stamp, label: title }))}
      empty={{
        title: "Aucune page",
        text: "«\u00a0Infos pratiques\u00a0» apparaît dans le menu des familles dès qu’une page est publiée.",
      }}
    >
      <ol className="grid gap-3">
        {pages.map((one, i) => (
          <SettingLine
            key={one.id}
            href={`/admin/infos-pratiques/${one.id}`}
            label={one.setting.title}
            facts={pageFacts(one)}
          >
            <OrderButtons
              move={moveInfoPage}
              id={one.id}
              label={one.setting.title}
              place={i + 1}
              count={pages.length}
              shown={orderStamp}
              idempotencyKey={randomUUID()}
            />
          </SettingLine>
        ))}
      </ol>
    </SettingList>
  );
}

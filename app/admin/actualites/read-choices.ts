import type { Authorized } from "@/lib/auth";
import { readNewsPlaces } from "@/lib/services/news/manage-news";

/** The places whose families news may be for, as selects offer them. */
export async function readPlaceChoices(agent: Authorized<"manage-news">) {
  const { activities, establishments } = await readNewsPlaces(agent);
  const option = ({ id, label }: { id: number; label: string }) => ({ value: String(id), label });
  return { activities: activities.map(option), establishments: establishments.map(option) };
}

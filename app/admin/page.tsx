import { redirect } from "next/navigation";
import { homeOf } from "@/app/menu";
import { requireAgent } from "@/lib/auth";

/** The agents' side begins with the first page that one may see. */
export default async function AdminPage() {
  redirect(homeOf(await requireAgent()));
}

import { redirect } from "next/navigation";

/** The agents' side begins with what awaits an answer. */
export default function AdminPage() {
  redirect("/admin/demandes");
}

import "server-only";
import type { Tx } from "@/lib/commit";

/** Whether another version bears this name: families read it in the explanation of their prices. */
export async function isNameTaken(tx: Tx, name: string, but: number | null): Promise<boolean> {
  const found = await tx.tariffVersion.findFirst({
    where: {
      name: { equals: name, mode: "insensitive" },
      ...(but === null ? {} : { id: { not: but } }),
    },
    select: { id: true },
  });
  return found !== null;
}

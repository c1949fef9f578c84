import { importFields } from "@/lib/domain/town-import/fields";
import { townAgentContext } from "@/tests/support/actors";
import { aRow, csvOf, prepared } from "@/tests/support/town-import";

/** A file of one child, sent and compared. */
export interface ShownFileOfFamilies {
  readonly id: string;
  readonly stamp: string;
  readonly columns: readonly string[];
}

export async function aFileOfFamilies(
  account: { id: string },
  at: string,
): Promise<ShownFileOfFamilies> {
  const { id, stamp } = await prepared(townAgentContext(account, at), csvOf([aRow()]));
  return { id, stamp: stamp ?? "", columns: importFields };
}

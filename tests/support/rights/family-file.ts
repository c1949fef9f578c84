import { stampOf } from "@/lib/services/family-file/read-file";
import type { FileSubject } from "@/lib/services/service-requests/subject";
import { readFileTarget } from "@/lib/services/family-file/target";
import type { BuiltFamily } from "@/tests/support/builders/family";
import { guardianContext } from "@/tests/support/duponts";

/** A guardian and a child of the family, as their forms show them. */
export interface ShownFile {
  readonly guardian: { readonly guardianId: number; readonly shown: string };
  readonly child: { readonly childId: number; readonly shown: string };
}

export async function theShownFile(family: BuiltFamily, at: string): Promise<ShownFile> {
  const [guardian] = family.guardians;
  const [child] = family.children;
  if (!guardian || !child) throw new Error("The family has a guardian and a child");
  const { proof, now } = guardianContext(family, at);
  const stamp = async (subject: FileSubject) =>
    stampOf((await readFileTarget(proof, subject, now))?.fields ?? []);
  return {
    guardian: {
      guardianId: guardian.id,
      shown: await stamp({ about: "guardian", id: guardian.id }),
    },
    child: { childId: child.id, shown: await stamp({ about: "child", id: child.id }) },
  };
}

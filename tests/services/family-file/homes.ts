import { prisma } from "@/lib/db";
import type { Tx } from "@/lib/commit";
import { instantOfMoment, moment } from "@/lib/domain/day";
import type { FamilyField } from "@/lib/domain/family-file";
import type { TypedControls } from "@/lib/domain/family-file-form";
import { fileFileChanges, type FileChangesInput } from "@/lib/services/family-file/file-changes";
import { stampOf } from "@/lib/services/family-file/read-file";
import type { FileSubject } from "@/lib/services/service-requests/subject";
import { readFileTarget } from "@/lib/services/family-file/target";
import { aFamily, type BuiltFamily } from "@/tests/support/builders/family";
import { guardianContext } from "@/tests/support/duponts";

export const at = "2026-11-22T10:00";
export const now = instantOfMoment(moment(at));

/** Two parents with accounts, a grandmother without, two children; and the younger one's other home. */
export interface Homes {
  readonly family: BuiltFamily;
  readonly otherHome: BuiltFamily;
  readonly madelaine: FileSubject;
  readonly thomas: FileSubject;
  readonly grandmother: FileSubject;
  readonly leo: FileSubject;
  readonly lucas: FileSubject;
}

export async function theHomes(): Promise<Homes> {
  return prisma.$transaction(async (tx: Tx) => {
    await tx.diet.createMany({
      data: ["Sans régime particulier", "Sans porc", "Végétarien"].map((label, i) => ({
        label,
        position: i + 1,
      })),
    });
    const family = await aFamily(tx, {
      name: "Dupont",
      guardians: [
        { firstName: "Madelaine", email: "madelaine@exemple.fr", phone: "06 39 98 10 20" },
        { firstName: "Thomas", email: "thomas@exemple.fr" },
        { firstName: "Odette", account: false },
      ],
      children: [{ firstName: "Léo" }, { firstName: "Lucas" }],
    });
    const [, lucas] = family.children;
    if (!lucas) throw new Error("Two children");
    const otherHome = await aFamily(tx, {
      name: "Martin",
      guardians: [{ firstName: "Sonia", email: "sonia@exemple.fr" }],
      children: [{ existing: lucas }],
    });
    const [madelaine, thomas, grandmother] = family.guardians.map(({ id }): FileSubject => ({
      about: "guardian",
      id,
    }));
    const [leo, second] = family.children.map(({ id }): FileSubject => ({ about: "child", id }));
    if (!madelaine || !thomas || !grandmother || !leo || !second) throw new Error("Five people");
    await tx.guardian.updateMany({
      where: { familyId: family.id },
      data: { address: "14 rue du Lavoir\n91000 Clairval-sur-Orge" },
    });
    return { family, otherHome, madelaine, thomas, grandmother, leo, lucas: second };
  });
}

export const newAddress: TypedControls = {
  street: "3 place du Marché",
  complement: "",
  postcode: "91000",
  city: "Clairval-sur-Orge",
};
export const newAddressText = "3 place du Marché\n91000 Clairval-sur-Orge";

export const as = (family: BuiltFamily, guardian = 0) => guardianContext(family, at, guardian);

/** What the form would send, as it is shown to this guardian now. */
export async function typed(
  ctx: ReturnType<typeof as>,
  subject: FileSubject,
  controls: TypedControls,
): Promise<FileChangesInput> {
  const target = await readFileTarget(ctx.proof, subject, ctx.now);
  return {
    subject,
    controls,
    shown: target ? stampOf(target.fields) : "0".repeat(64),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function send(
  ctx: ReturnType<typeof as>,
  subject: FileSubject,
  controls: TypedControls,
) {
  return fileFileChanges(ctx, await typed(ctx, subject, controls));
}

/** A field as this guardian reads it. */
export async function fieldOf(
  ctx: ReturnType<typeof as>,
  subject: FileSubject,
  field: FamilyField,
) {
  const target = await readFileTarget(ctx.proof, subject, ctx.now);
  return target?.fields.find((one) => one.field === field);
}

export const requests = () =>
  prisma.serviceRequest.findMany({
    orderBy: { number: "asc" },
    include: { fileChanges: { orderBy: { field: "asc" } }, events: { orderBy: { id: "asc" } } },
  });

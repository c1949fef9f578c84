import type { Tx } from "@/lib/commit";
import { dayToDate } from "@/lib/db";
import { day } from "@/lib/domain/day";
import type { Reduction } from "@/lib/domain/tariff/reduction";
import type { PriceRule } from "@/lib/domain/tariff/rule";
import type { UnknownQuotient } from "@/lib/domain/tariff/version";
import type { TariffVersion } from "@/lib/generated/prisma/client";
import { inOrder } from "./rows";

export interface TariffSpec {
  name: string;
  state: "draft" | "published";
  from: string | null;
  /** Exclusive. */
  to: string | null;
  /** When it was made or published. */
  at: Date;
  unknownQuotient: UnknownQuotient;
  reductions: readonly Reduction[];
  rules: readonly { unitId: number; categoryId: number; rule: PriceRule }[];
}

/** Tariff versions with their rules. A published one is final: its rules are written before it is. */
export async function someTariffs(db: Tx, specs: readonly TariffSpec[]): Promise<TariffVersion[]> {
  const drafts = inOrder(
    await db.tariffVersion.createManyAndReturn({
      data: specs.map(({ name, unknownQuotient, reductions, at }) => ({
        name,
        state: "draft" as const,
        unknownQuotient,
        reductions: JSON.parse(JSON.stringify(reductions)),
        createdAt: at,
      })),
    }),
  );
  await db.tariffRule.createMany({
    data: specs.flatMap(({ rules }, i) =>
      rules.map((rule) => ({
        versionId: drafts[i]?.id ?? 0,
        unitId: rule.unitId,
        categoryId: rule.categoryId,
        rule: JSON.parse(JSON.stringify(rule.rule)),
      })),
    ),
  });
  const written = [];
  for (const [i, spec] of specs.entries()) {
    const draft = drafts[i];
    if (!draft) throw new Error(`No row for ${spec.name}`);
    written.push(spec.state === "draft" ? draft : await publish(db, draft.id, spec));
  }
  return written;
}

function publish(db: Tx, id: number, { from, to, at }: TariffSpec): Promise<TariffVersion> {
  if (from === null) throw new Error("A published version starts on a day");
  return db.tariffVersion.update({
    where: { id },
    data: {
      state: "published",
      validFrom: dayToDate(day(from)),
      validTo: to === null ? null : dayToDate(day(to)),
      publishedAt: at,
    },
  });
}
